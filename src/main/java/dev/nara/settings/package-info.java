/** Where the program keeps its things, and what a user has chosen. */
@NullMarked
package dev.nara.settings;

import org.jspecify.annotations.NullMarked;
