/// Source files and enums come in, the generated pages of `docs/` go out. Nothing here is part of
/// the worker; what a page says stands in the Javadoc that it was made of.
@NullMarked
package dev.totonoe.docs;

import org.jspecify.annotations.NullMarked;
