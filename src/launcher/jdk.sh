# shellcheck shell=sh
# Finds a JDK 25. Sourced by ./totonoe and ./mvnw.

# Prints the home of a JDK 25, or nothing.
find_jdk_25() {
  for home in "${JAVA_HOME:-}" "$(java_on_path)" /usr/lib/jvm/* /opt/java/* /opt/jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -x "$home/bin/javac" ] && grep -q '^JAVA_VERSION="25[."]' "$home/release" 2>/dev/null; then
      printf '%s\n' "$home"
      return
    fi
  done
}

# Prints the home of the java that the shell would start, or nothing.
java_on_path() {
  java=$(command -v java) || return 0
  java=$(readlink -f "$java" 2>/dev/null) || return 0
  dirname "$(dirname "$java")"
}

no_jdk_25() {
  echo "Totonoe needs a JDK 25 and found none: install one, such as Temurin 25, or point JAVA_HOME at it." >&2
  exit 2
}
