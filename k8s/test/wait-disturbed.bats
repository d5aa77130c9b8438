#!/usr/bin/env bats
# What `totonoe-job wait` does when the Job goes, the cluster does not answer, or it is to end itself. By hand: k8s/test/run k8s/test/wait-disturbed.bats

load cluster

@test "a Job that is not there ends with 22" {
  mark
  begin_wait totonoe-sample-00000000-1
  ends_soon_with 22 "no Job totonoe-sample-00000000-1"
}

@test "a Job that is removed meanwhile ends with 22" {
  job=$(started sample)
  begin_wait "$job"
  mark
  quietly remove job="$job"
  ends_soon_with 22 "no Job $job"
}

@test "a Job whose name another Job takes ends with 22" {
  job=$(started sample)
  begin_wait "$job"
  mark
  quietly remove job="$job"
  submitted sample
  ends_soon_with 22 removed
}

@test "a Job that is removed as soon as it is complete has succeeded" {
  job=$(started sample)
  quietly running job="$job"
  begin_wait "$job"
  step exit job="$job" code=0 <<<"$SUMMARY"
  mark
  quietly complete job="$job"
  totonoe-job clean
  ends_soon_with 0 succeeded
}

@test "--timeout is kept to the second, and leaves the run alone" {
  job=$(started sample)
  quietly running job="$job"
  mark
  wait_at_once "$job" --timeout 3s
  await_end
  same "exit code" "$status" 124
  holds "$stderr" "has not ended within 3s"
  ((took >= 3000 && took <= 4000)) || complain "took ${took} ms instead of 3000 to 4000"
  same "end" "$(of_job "$job" '{.status.conditions}{.metadata.deletionTimestamp}')" ""
}

@test "--timeout is kept also when the API server does not answer" {
  job=$(started sample)
  write_kubeconfig http://192.0.2.1 >"$BATS_TEST_TMPDIR/kubeconfig" # an address for documentation: nobody is there
  mark
  wait_at_once "$job" --kubeconfig "$BATS_TEST_TMPDIR/kubeconfig" --timeout 2s
  await_end
  same "exit code" "$status" 124
  ((took >= 2000 && took <= 3000)) || complain "took ${took} ms instead of 2000 to 3000"
}

@test "an API that goes away and comes back does not disturb" {
  job=$(started sample)
  quietly running job="$job"
  begin_wait "$job"
  step health <<<DOWN
  quietly touch job="$job"
  sleep 3
  kill -0 "$waiting"
  step exit job="$job" code=0 <<<"$SUMMARY"
  quietly complete job="$job"
  step health <<<UP
  mark
  ends_soon_with 0 succeeded
}

@test "an API that is busy for a while does not disturb" {
  job=$(started sample)
  quietly running job="$job"
  begin_wait "$job"
  step health <<<BUSY
  sleep 2
  step exit job="$job" code=0 <<<"$SUMMARY"
  quietly complete job="$job"
  step health <<<UP
  mark
  ends_soon_with 0 succeeded
}

@test "an API that stays away ends with 23" {
  job=$(started sample)
  write_kubeconfig http://127.0.0.1:1 >"$BATS_TEST_TMPDIR/kubeconfig"
  run --separate-stderr totonoe-job wait "$job" --kubeconfig "$BATS_TEST_TMPDIR/kubeconfig" --unreachable-after 2s
  same "exit code" "$status" 23
  holds "$stderr" "the cluster cannot be reached for 2s: The connection to the server 127.0.0.1:1 was refused"
}

@test "watches that the server closes are opened again" {
  job=$(started sample)
  quietly running job="$job"
  begin_wait "$job"
  quietly close-watches
  sleep 2
  quietly close-watches
  step exit job="$job" code=0 <<<"$SUMMARY"
  mark
  quietly complete job="$job"
  ends_soon_with 0 succeeded
}

@test "a run that ends while it is looked at is not overlooked" {
  job=$(started sample)
  quietly running job="$job"
  mkdir "$BATS_TEST_TMPDIR/bin"
  # Once: between the look at the Job and the look at its pods the run ends.
  cat >"$BATS_TEST_TMPDIR/bin/kubectl" <<END
#!/bin/sh
case " \$* " in
  *" --watch "*) ;;
  *" get pods "*)
    if mkdir "$BATS_TEST_TMPDIR/ended" 2>/dev/null; then
      sleep 1
      curl --silent --data '$SUMMARY' "$FAKE_KUBERNETES/control/$TOTONOE_NAMESPACE/exit?job=$job&code=0"
      curl --silent --data '' "$FAKE_KUBERNETES/control/$TOTONOE_NAMESPACE/complete?job=$job"
      sleep 1
    fi
    ;;
esac
exec $(command -v kubectl) "\$@"
END
  chmod +x "$BATS_TEST_TMPDIR/bin/kubectl"
  mark
  PATH=$BATS_TEST_TMPDIR/bin:$PATH wait_at_once "$job"
  await_end
  same "exit code" "$status" 0
  ((took <= 5000)) || complain "took ${took} ms, of which the look was 2000"
}

@test "a run that only works is hardly looked at" {
  job=$(started sample)
  quietly running job="$job"
  begin_wait "$job" --timeout 1m
  before=$(quietly requests)
  sleep 5
  after=$(quietly requests)
  quietly complete job="$job"
  wait "$waiting"
  ((after - before <= 4)) || complain "$((after - before)) requests in 5 s"
}

@test "Ctrl-C leaves no child and no file" {
  signalled INT 130
}

@test "SIGTERM leaves no child and no file" {
  signalled TERM 143
}

# In a group of its own, as a shell in a terminal starts it; and with SIGINT as it is there, whoever started the tests.
signalled() {
  job=$(started sample)
  quietly running job="$job"
  mkdir "$BATS_TEST_TMPDIR/temporary"
  set -m
  TMPDIR=$BATS_TEST_TMPDIR/temporary env --default-signal=INT,TERM totonoe-job wait "$job" \
    >"$BATS_TEST_TMPDIR/out" 2>"$BATS_TEST_TMPDIR/err" 3>&- &
  waiting=$!
  set +m
  sleep 1.5
  (($(children_of "$job") > 0)) || complain "nothing watches $job"
  mark
  kill -"$1" -- -"$waiting"
  await_end
  same "exit code" "$status" "$2"
  ((took <= 1000)) || complain "took ${took} ms"
  same "children" "$(children_of "$job")" 0
  same "files" "$(ls "$BATS_TEST_TMPDIR/temporary")" ""
}

# The processes that have the Job's name and the test's namespace among their arguments.
children_of() {
  local count=0 file
  for file in /proc/[0-9]*/cmdline; do
    if tr '\0' ' ' <"$file" 2>/dev/null | grep -q -- "--namespace=$TOTONOE_NAMESPACE .*$1"; then count=$((count + 1)); fi
  done
  echo "$count"
}
