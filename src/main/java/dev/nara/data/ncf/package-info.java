/** The files of the NCF paper. */
@NullMarked
package dev.nara.data.ncf;

import org.jspecify.annotations.NullMarked;
