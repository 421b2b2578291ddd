/** What queries answered, kept so that runs have data that stays as it is. */
@NullMarked
package dev.nara.data.read.snapshot;

import org.jspecify.annotations.NullMarked;
