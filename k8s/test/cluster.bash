# Sourced by the tests: a namespace of the fake Kubernetes API for each test, and the steps by which a test plays the
# cluster's part. FAKE_KUBERNETES holds the address of the API; k8s/test/run starts one.
# shellcheck shell=bash

bats_require_minimum_version 1.5.0

# shellcheck disable=SC2034 # for the tests
readonly SUMMARY='{"dataset":"sample","run":"r1","state":"published","exit":0,"rows":100}'

# Runs before each test.
setup() {
  [[ -n ${FAKE_KUBERNETES:-} ]] || {
    echo "FAKE_KUBERNETES is not set: start the tests by k8s/test/run" >&2
    return 1
  }
  PATH=$(cd "$BATS_TEST_DIRNAME/.." && pwd):$PATH
  TOTONOE_NAMESPACE=test-$$-$BATS_TEST_NUMBER-$RANDOM
  KUBECONFIG=$BATS_FILE_TMPDIR/kubeconfig
  # What kubectl learns of the API serves all tests of a file.
  KUBECACHEDIR=$BATS_FILE_TMPDIR/cache
  export PATH TOTONOE_NAMESPACE KUBECONFIG KUBECACHEDIR
  [[ -f $KUBECONFIG ]] || write_kubeconfig "$FAKE_KUBERNETES" >"$KUBECONFIG"
  step template <<<"$TEMPLATE"
}

# Runs after each test: a wait that a failed test left behind would hold up bats.
teardown() {
  [[ -z ${waiting:-} ]] || kill "$waiting" 2>/dev/null || true
}

write_kubeconfig() {
  cat <<END
apiVersion: v1
kind: Config
clusters: [{name: fake, cluster: {server: "$1"}}]
contexts: [{name: fake, context: {cluster: fake, user: fake}}]
users: [{name: fake, user: {}}]
current-context: fake
END
}

# A template such as the one in k8s/base.
readonly TEMPLATE='{"metadata":{"name":"totonoe-run","labels":{"app.kubernetes.io/name":"totonoe"}},
  "spec":{"suspend":true,"schedule":"0 0 31 2 *","jobTemplate":{
    "metadata":{"creationTimestamp":null,"labels":{"app.kubernetes.io/name":"totonoe","kueue.x-k8s.io/queue-name":"runs"}},
    "spec":{"completionMode":"Indexed","completions":1,"parallelism":1,"backoffLimitPerIndex":3,"maxFailedIndexes":0,
      "activeDeadlineSeconds":7200,"podReplacementPolicy":"Failed",
      "template":{"metadata":{"labels":{"app.kubernetes.io/name":"totonoe","app.kubernetes.io/component":"run"}},
        "spec":{"restartPolicy":"Never","containers":[{"name":"totonoe","image":"totonoe:run","args":["run"],
          "env":[{"name":"TOTONOE_SHARD_COUNT","value":"1"},{"name":"TOTONOE_LOG_FORMAT","value":"json"}],
          "resources":{"requests":{"cpu":"1","memory":"1792Mi","ephemeral-storage":"10Gi"},
            "limits":{"cpu":"1","memory":"1792Mi","ephemeral-storage":"10Gi"}}}]}}}}}}'

# Plays the cluster's part: a step of FakeSteps, with parameters as KEY=VALUE; the message comes from stdin.
step() {
  local name=$1 query
  shift
  query=$(IFS='&' && echo "$*")
  curl --silent --show-error --fail-with-body --data-binary @- "$FAKE_KUBERNETES/control/$TOTONOE_NAMESPACE/$name?$query"
}

# As `step`, without a message.
quietly() { step "$@" </dev/null; }

millis() { echo $((${EPOCHREALTIME/[.,]/} / 1000)); }

# Starts `wait` on a Job; await_end takes the rest. The pause lets it look once, so that what follows is news to it.
begin_wait() {
  wait_at_once "$@"
  sleep 1
}

wait_at_once() {
  totonoe-job wait "$@" >"$BATS_TEST_TMPDIR/out" 2>"$BATS_TEST_TMPDIR/err" 3>&- &
  waiting=$!
}

# Marks the moment from which `wait` has three seconds.
mark() { marked=$(millis); }

# Sets status, output (stdout), stderr and took (milliseconds since `mark`).
await_end() {
  status=0
  wait "$waiting" || status=$?
  took=$(($(millis) - marked))
  output=$(<"$BATS_TEST_TMPDIR/out")
  stderr=$(<"$BATS_TEST_TMPDIR/err")
}

# Ends within three seconds of the mark, with this code and a sentence that holds this text.
ends_soon_with() {
  await_end
  same "exit code" "$status" "$1"
  holds "$stderr" "$2"
  echo "# took $took ms: $BATS_TEST_DESCRIPTION" >&3
  ((took <= 3000)) || complain "took ${took} ms, more than 3000"
}

same() { [[ $2 == "$3" ]] || complain "$1: expected \"$3\" but found \"$2\""; }

holds() { [[ $1 == *"$2"* ]] || complain "expected \"$2\" in: $1"; }

complain() {
  printf '%s\nstdout: %s\nstderr: %s\n' "$1" "${output:-}" "${stderr:-}" >&2
  return 1
}

# A field of a Job, by jsonpath.
of_job() { kubectl --namespace "$TOTONOE_NAMESPACE" get job "$1" -o "jsonpath=$2"; }

submitted() { totonoe-job submit "$@" 2>/dev/null; }

started() {
  local job
  job=$(submitted "$@")
  quietly start job="$job"
  echo "$job"
}
