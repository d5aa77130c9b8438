#!/usr/bin/env bats
# How `totonoe-job wait` ends when a run has ended, within three seconds. By hand: k8s/test/run k8s/test/wait-end.bats

load cluster

@test "a run that publishes ends with 0 and its summary" {
  job=$(submitted sample)
  begin_wait "$job"
  quietly start job="$job"
  quietly running job="$job"
  step exit job="$job" code=0 <<<"$SUMMARY"
  mark
  quietly complete job="$job"
  ends_soon_with 0 "$job succeeded"
  same summary "$output" "$SUMMARY"
}

@test "of four pods the one that published speaks" {
  job=$(started sample --shards 4)
  begin_wait "$job"
  for index in 0 1 3; do
    step exit job="$job" index=$index code=0 <<<'{"state":"part_done","exit":0}'
  done
  step exit job="$job" index=2 code=0 <<<"$SUMMARY"
  step replace job="$job" index=0 </dev/null
  step exit job="$job" index=0 code=0 <<<'{"state":"already_published","exit":0}'
  mark
  quietly complete job="$job"
  ends_soon_with 0 succeeded
  same summary "$output" "$SUMMARY"
}

@test "a Job is no success when none of its pods published" {
  job=$(started sample --shards 2)
  begin_wait "$job"
  for index in 0 1; do
    step exit job="$job" index=$index code=0 <<<'{"state":"part_done","exit":0}'
  done
  mark
  quietly complete job="$job"
  ends_soon_with 5 "none of its pods found the others' shards"
  same summary "$output" '{"state":"part_done","exit":0}'
}

@test "exit code 3 comes through, with the summary and what it says" {
  job=$(started sample)
  quietly running job="$job"
  begin_wait "$job"
  said='{"dataset":"sample","state":"failed","exit":3,"message":"raw/\"a\".csv: 文字コードが不明"}'
  step exit job="$job" code=3 <<<"$said"
  pod=$(kubectl -n "$TOTONOE_NAMESPACE" get pods -o name)
  mark
  step fail job="$job" reason=PodFailurePolicy \
    <<<"Container totonoe for pod $TOTONOE_NAMESPACE/${pod#pod/} failed with exit code 3 matching FailJob rule at index 1"
  ends_soon_with 3 'exit code 3 (input): raw/\"a\".csv: 文字コードが不明'
  same summary "$output" "$said"
}

@test "the pod that failed the Job counts, not those that were interrupted because of it" {
  job=$(started sample --shards 3)
  begin_wait "$job"
  step exit job="$job" index=1 code=6 <<<'{"state":"failed","exit":6}'
  pod=$(kubectl -n "$TOTONOE_NAMESPACE" get pods --field-selector status.phase=Failed -o name)
  message="Container totonoe for pod $TOTONOE_NAMESPACE/${pod#pod/} failed with exit code 6 matching FailJob rule at index 1"
  step ending job="$job" reason=PodFailurePolicy <<<"$message"
  sleep 1
  for index in 0 2; do step exit job="$job" index=$index code=4 <<<'{"state":"interrupted","exit":4}'; done
  kill -0 "$waiting" # FailureTarget alone is no end
  mark
  step fail job="$job" reason=PodFailurePolicy <<<"$message"
  ends_soon_with 6 "quality gate"
  same summary "$output" '{"state":"failed","exit":6}'
}

@test "the exit code is known from the Job when its pods are gone" {
  job=$(started sample)
  quietly remove-pod job="$job"
  step fail job="$job" reason=PodFailurePolicy \
    <<<"Container totonoe for pod $TOTONOE_NAMESPACE/x-0-abcde failed with exit code 3 matching FailJob rule at index 1"
  mark
  begin_wait "$job"
  ends_soon_with 3 "(input)"
  same summary "$output" ""
}

@test "a pod killed for memory ends with 137 and speaks of --memory" {
  job=$(started sample)
  begin_wait "$job"
  step exit job="$job" code=137 reason=OOMKilled <<<'{"time":"2026-04-01T09:00:00.000Z","event":"run_started"}
{"time":"2026-04-01T09:00:01.000Z","event":"shard_finished"}'
  mark
  step fail job="$job" reason=BackoffLimitExceeded <<<"Job has reached the specified backoff limit"
  ends_soon_with 137 "--memory"
  same summary "$output" "" # a log's end is no summary
}

@test "the last attempt counts where an index failed for good" {
  job=$(started sample)
  begin_wait "$job"
  step exit job="$job" code=1 <<<'{"state":"failed","exit":1}'
  sleep 1
  quietly replace job="$job"
  step exit job="$job" code=5 <<<'{"state":"failed","exit":5}'
  mark
  step fail job="$job" reason=MaxFailedIndexesExceeded <<<"Job has exceeded the specified maximal number of failed indexes"
  ends_soon_with 5 "environment"
  same summary "$output" '{"state":"failed","exit":5}'
}

@test "the Job's own deadline ends with 21" {
  job=$(started sample --deadline 90m)
  quietly running job="$job"
  begin_wait "$job"
  step exit job="$job" code=4 <<<'{"state":"interrupted","exit":4}'
  mark
  step fail job="$job" reason=DeadlineExceeded <<<"Job was active longer than specified deadline"
  ends_soon_with 21 "its own deadline of 5400s"
  same summary "$output" '{"state":"interrupted","exit":4}'
}

@test "a pod lost with its node ends with 5" {
  job=$(started sample)
  quietly running job="$job"
  begin_wait "$job"
  step lost job="$job" reason=Evicted <<<"The node was low on resource: memory."
  mark
  step fail job="$job" reason=BackoffLimitExceeded <<<"Job has reached the specified backoff limit"
  ends_soon_with 5 "low on resource: memory"
}

@test "a pod that was evicted and replaced is no end" {
  job=$(started sample)
  quietly running job="$job"
  begin_wait "$job"
  step lost job="$job" reason=Evicted <<<"The node was low on resource: memory."
  sleep 1
  kill -0 "$waiting"
  quietly replace job="$job"
  step exit job="$job" code=0 <<<"$SUMMARY"
  mark
  quietly complete job="$job"
  ends_soon_with 0 succeeded
}
