/** RecBole's atomic files. */
@NullMarked
package dev.nara.data.read.recbole;

import org.jspecify.annotations.NullMarked;
