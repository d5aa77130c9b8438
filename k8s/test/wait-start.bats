#!/usr/bin/env bats
# How `totonoe-job wait` ends when a run does not start, within three seconds, and when it goes on. By hand: k8s/test/run k8s/test/wait-start.bats

load cluster

@test "an image that cannot be pulled ends with 20" {
  job=$(started sample)
  begin_wait "$job" --start-timeout 1s
  mark
  step waiting job="$job" reason=ImagePullBackOff <<<'Back-off pulling image "registry.example/totonoe:nowhere"'
  ends_soon_with 20 'registry.example/totonoe:nowhere'
}

@test "an image that cannot be pulled at first is waited for" {
  job=$(started sample)
  begin_wait "$job" --start-timeout 1m
  step waiting job="$job" reason=ErrImagePull <<<'failed to pull and unpack image: 503'
  sleep 2
  quietly running job="$job"
  step exit job="$job" code=0 <<<"$SUMMARY"
  mark
  quietly complete job="$job"
  ends_soon_with 0 succeeded
}

@test "an image name that is none ends with 20 at once" {
  job=$(started sample)
  begin_wait "$job"
  mark
  step waiting job="$job" reason=InvalidImageName <<<'Failed to apply default image tag "a:b:c"'
  ends_soon_with 20 InvalidImageName
}

@test "a setting that is missing ends with 20" {
  job=$(started sample)
  begin_wait "$job" --start-timeout 1s
  mark
  step waiting job="$job" reason=CreateContainerConfigError <<<'secret "gateway" not found'
  ends_soon_with 20 'secret "gateway" not found'
}

@test "a pod that no node takes ends with 20" {
  job=$(started sample)
  begin_wait "$job" --start-timeout 1s
  mark
  step unschedulable job="$job" <<<"0/3 nodes are available: 3 Insufficient memory."
  ends_soon_with 20 "3 Insufficient memory"
}

@test "a pod may wait for a node as long as --start-timeout, and no longer" {
  job=$(started sample)
  step unschedulable job="$job" <<<"0/0 nodes are available"
  begin_wait "$job" --start-timeout 3s
  kill -0 "$waiting"
  mark
  ends_soon_with 20 "no node takes pod"
}

@test "a pod without a node does not end a run of which another works" {
  job=$(started sample --shards 2)
  quietly running job="$job" index=0
  step unschedulable job="$job" index=1 <<<"0/1 nodes are available: 1 Too many pods."
  begin_wait "$job" --start-timeout 1s
  sleep 2
  kill -0 "$waiting"
  step exit job="$job" index=0 code=0 <<<'{"state":"part_done"}'
  quietly running job="$job" index=1
  step exit job="$job" index=1 code=0 <<<"$SUMMARY"
  mark
  quietly complete job="$job"
  ends_soon_with 0 succeeded
}

@test "a volume that cannot be mounted ends with 20" {
  job=$(started sample)
  quietly waiting job="$job" reason=ContainerCreating
  begin_wait "$job" --start-timeout 1s
  sleep 1
  kill -0 "$waiting" # creating a container is no fault
  mark
  step event job="$job" index=0 reason=FailedMount <<<'MountVolume.SetUp failed for volume "data": mount failed: exit status 32'
  ends_soon_with 20 'MountVolume.SetUp failed'
}

@test "a volume that was mounted after all is no reason" {
  job=$(started sample)
  quietly waiting job="$job" reason=ContainerCreating
  step event job="$job" index=0 reason=FailedMount <<<'MountVolume.SetUp failed for volume "data"'
  sleep 1
  step event job="$job" index=0 reason=Pulling <<<'Pulling image "totonoe:run"'
  begin_wait "$job" --start-timeout 1s
  sleep 2
  kill -0 "$waiting"
  step exit job="$job" code=0 <<<"$SUMMARY"
  mark
  quietly complete job="$job"
  ends_soon_with 0 succeeded
}

@test "a Job that gets no pod for the quota ends with 20" {
  job=$(started sample)
  quietly remove-pod job="$job"
  begin_wait "$job" --start-timeout 1s
  mark
  step event job="$job" reason=FailedCreate <<<'Error creating: pods "x" is forbidden: exceeded quota: totonoe, requested: limits.cpu=1, used: limits.cpu=72, limited: limits.cpu=72'
  ends_soon_with 20 "exceeded quota: totonoe"
}

@test "a program that cannot be started ends with 20" {
  job=$(started sample)
  begin_wait "$job"
  step exit job="$job" code=128 reason=StartError <<<'exec: "/opt/java/bin/java": no such file or directory'
  mark
  step fail job="$job" reason=BackoffLimitExceeded <<<"Job has reached the specified backoff limit"
  ends_soon_with 20 "no such file or directory"
}

@test "a suspended Job waits for its admission" {
  job=$(submitted sample)
  quietly suspend job="$job"
  begin_wait "$job" --start-timeout 1s --timeout 3s
  mark
  ends_soon_with 124 "waits to be admitted"
}
