/** The program's data folder and the user's settings. */
@NullMarked
package dev.nara.settings;

import org.jspecify.annotations.NullMarked;
