/** What is wrong with a dataset, what repairs it, and how its rows become training material. */
@NullMarked
package dev.nara.data.prepare;

import org.jspecify.annotations.NullMarked;
