# Builds the program into target/app if its sources are newer. Sourced by ./start and ./verify, after jdk.sh.

app=target/app
# Without sources beside it, what was built elsewhere is run as it is.
if [ -f pom.xml ] && { [ ! -f "$app/traboule.jar" ] || [ -n "$(find pom.xml src/main -newer "$app/traboule.jar" -print -quit)" ]; }; then
    echo "Building Traboule (some minutes the first time)"
    ./mvnw -q -B -DskipTests package
    rm -rf "$app"
    "$JAVA_HOME/bin/java" -Djarmode=tools -jar target/traboule.jar extract --destination "$app" >/dev/null
    touch "$app/traboule.jar"
fi
