/// Tests of `k8s/`: a Kubernetes API of our own that speaks to the real kubectl, and the tests that
/// run the script against it. In go kubectl's requests and a test's steps, which play the part of
/// the cluster; out come the API's answers. It never starts a container.
@NullMarked
package dev.totonoe.k8s;

import org.jspecify.annotations.NullMarked;
