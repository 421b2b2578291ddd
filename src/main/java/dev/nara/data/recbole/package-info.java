/** RecBole's atomic files. */
@NullMarked
package dev.nara.data.recbole;

import org.jspecify.annotations.NullMarked;
