# Builds what is stale. Sourced after toolchain.sh, from the project's root.

KITSTREAM_JAR=ops/target/kitstream.jar
BUILD_STAMP=ops/target/built

is_stale() {
  [ -e "$BUILD_STAMP" ] && [ -e "$KITSTREAM_JAR" ] || return 0
  [ -n "$(find pom.xml ./*/pom.xml ./*/src/main -newer "$BUILD_STAMP" -print -quit)" ]
}

build_if_stale() {
  is_stale || return 0
  need_maven
  echo "Building Kitstream (the first time downloads its libraries, which takes some minutes) ..."
  local log started
  log=$(mktemp)
  started=$(mktemp)
  # The gates are for those who change the code: ops/test runs them.
  if ! mvn -B -ntp package -Dmaven.test.skip=true -Dspotless.check.skip=true -Denforcer.skip=true \
      -Dcyclonedx.skip=true 2>&1 | tee "$log" |
      sed -n 's/^\[INFO\] Building \([a-z].*\) 0\.[^[]*\[\(.*\)\]$/  [\2] \1/p'; then
    grep -E '^\[ERROR\]' "$log" | head -n 20 >&2
    fail "the build failed; the whole of it is in $log"
  fi
  touch -r "$started" "$BUILD_STAMP"
  rm -f "$log" "$started"
}

# Runs a command of the built jar.
kitstream() {
  "$JAVA" -XX:TieredStopAtLevel=1 -jar "$KITSTREAM_JAR" "$@"
}
