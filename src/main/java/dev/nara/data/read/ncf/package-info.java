/** The files of the NCF paper. */
@NullMarked
package dev.nara.data.read.ncf;

import org.jspecify.annotations.NullMarked;
