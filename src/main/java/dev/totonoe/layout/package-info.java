/// Every path and every file name under the root, and the atomic way of writing there. Names come
/// in from the command line and the profile, checked paths go out. Nothing here knows what the
/// files contain.
@NullMarked
package dev.totonoe.layout;

import org.jspecify.annotations.NullMarked;
