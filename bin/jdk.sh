# Sets JAVA_HOME to a JDK 25 or newer, looked for in JAVA_HOME, on the PATH and in the usual folders; where there is none,
# installs the distribution's if it may, else says what to install. Sourced by ./start and ./verify.

jdk_version() { # of the JDK in that folder; 0 if there is none
    [ -x "$1/bin/javac" ] || { echo 0; return; }
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null)
    echo "${version:-0}"
}

find_jdk() {
    for home in "${JAVA_HOME:-}" \
        "$(readlink -f "$(command -v javac 2>/dev/null)" 2>/dev/null | sed 's#/bin/javac$##')" \
        /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if [ -n "$home" ] && [ "$(jdk_version "$home")" -ge 25 ]; then
            echo "$home"
            return
        fi
    done
}

jdk=$(find_jdk)
if [ -z "$jdk" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    apt-get update >/dev/null 2>&1 || true
    if apt-cache show openjdk-25-jdk-headless >/dev/null 2>&1; then
        echo "Installing the distribution's JDK 25"
        apt-get install -y --no-install-recommends openjdk-25-jdk-headless >/dev/null
        jdk=$(find_jdk)
    fi
fi
if [ -z "$jdk" ]; then
    echo "Traboule needs a JDK 25 or newer. Install one (Debian: openjdk-25-jdk-headless, or Eclipse Temurin), or set JAVA_HOME." >&2
    exit 1
fi
JAVA_HOME=$jdk
export JAVA_HOME
PATH=$JAVA_HOME/bin:$PATH
export PATH

# Names of files and folders hold accents: a shell without a language (su -, cron, a bare container) could not even name them.
if [ "$(locale charmap 2>/dev/null)" != UTF-8 ]; then
    LC_ALL=C.UTF-8
    export LC_ALL
fi
