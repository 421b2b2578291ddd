/** What a database answers to a query. */
@NullMarked
package dev.nara.data.read.database;

import org.jspecify.annotations.NullMarked;
