/** NumPy's arrays and SciPy's sparse matrices. */
@NullMarked
package dev.nara.data.read.numpy;

import org.jspecify.annotations.NullMarked;
