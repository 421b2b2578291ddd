package dev.nara.data.read.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceQueryTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            delimiter = '|',
            value = {
                "log|log",
                "shop.log|shop.log",
                "\"user\"|user",
                "`order`|order",
                "\"my table\"|my table",
                "[my table]|my table",
                "shop.\"my table\"|shop.my table",
                "\"my shop\".\"my \"\"own\"\" table\"|my shop.my own table"
            })
    void takesOneNameForATable(String asked, String name) throws Exception {
        SourceQuery query = SourceQuery.typed("sqlite:log.db", " " + asked + "\n", "");
        assertEquals("SELECT * FROM " + asked, query.sql());
        assertEquals(name, query.name());
    }

    @ParameterizedTest
    @CsvSource({"SELECT 1", "TABLE log", "SELECT \"a b\"", "VALUES (1)"})
    void takesTheRestForAQuery(String asked) throws Exception {
        SourceQuery query = SourceQuery.typed("sqlite:log.db", asked, "");
        assertEquals(asked, query.sql());
        assertEquals("query", query.name());
    }
}
