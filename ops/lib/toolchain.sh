# Finds a JDK 17 or later and Maven, or installs them with apt. Sourced by the commands.
# After need_java, JAVA names the java to run and JAVA_HOME is set for Maven.

fail() {
  echo "kitstream: $*" >&2
  exit 1
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

can_install() {
  command -v apt-get >/dev/null && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }
}

install_packages() {
  can_install || fail "$* must be installed first, for example: sudo apt-get install $*"
  echo "Installing $* with apt ..."
  as_root apt-get update -qq >/dev/null || true
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >/dev/null ||
    fail "apt could not install $*; install it by hand and start again."
}

# The major version of a java, or 0.
java_major() {
  "$1" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1 | grep . || echo 0
}

# The java of a complete JDK that is new enough, if there is one.
find_jdk() {
  local java home
  for java in "${JAVA_HOME:+$JAVA_HOME/bin/java}" "$(command -v java || true)" \
      /usr/lib/jvm/*17*/bin/java /usr/lib/jvm/*21*/bin/java; do
    [ -x "$java" ] || continue
    home=$(dirname "$(dirname "$(readlink -f "$java")")")
    if [ -x "$home/bin/javac" ] && [ "$(java_major "$java")" -ge 17 ]; then
      echo "$home/bin/java"
      return
    fi
  done
}

need_java() {
  if [ -n "${JAVA_HOME:-}" ] && [ "$(java_major "$JAVA_HOME/bin/java" 2>/dev/null)" -lt 17 ]; then
    fail "JAVA_HOME ($JAVA_HOME) is not a JDK 17 or later; unset it or set it to one."
  fi
  JAVA=$(find_jdk)
  if [ -z "$JAVA" ]; then
    install_packages openjdk-17-jdk-headless
    JAVA=$(find_jdk)
    [ -n "$JAVA" ] || fail "there is no JDK 17 or later on this machine."
  fi
  JAVA_HOME=$(dirname "$(dirname "$JAVA")")
  export JAVA JAVA_HOME
}

need_maven() {
  command -v mvn >/dev/null || install_packages maven
}
