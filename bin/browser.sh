# Makes sure that there is a Chromium for the browser tests. Sourced by ./verify.

browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
if [ -z "$browser" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing the distribution's Chromium"
    { apt-get update && apt-get install -y --no-install-recommends chromium; } >/dev/null
    browser=$(command -v chromium || true)
fi
if [ -z "$browser" ]; then
    echo "The browser tests need Chromium. Install it (Debian: apt-get install chromium), then run ./verify again." >&2
    exit 1
fi
TRABOULE_BROWSER=$browser
export TRABOULE_BROWSER
