package dev.nara.data.read;

import static dev.nara.data.ColumnRole.IGNORE;
import static dev.nara.data.ColumnRole.ITEM;
import static dev.nara.data.ColumnRole.ITEM_ATTRIBUTE;
import static dev.nara.data.ColumnRole.NUMBER;
import static dev.nara.data.ColumnRole.TIME;
import static dev.nara.data.ColumnRole.USER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.ColumnRoles;
import dev.nara.data.Recipe;
import dev.nara.data.read.delimited.DelimitedReader;
import dev.nara.data.read.roles.TablePreview;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablePreviewTest {
    private static final Datasets DATASETS = new Datasets(List.of(new DelimitedReader()));

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws Exception {
        file = folder.resolve("views.csv");
        Files.writeString(file, "user;movie;rating;date;genre\nu1;m1;5;2022-03-01;drama\nu1;m2;2;2022-03-02;comedy\n");
    }

    @Test
    void theFirstRowsAreReadAndTheirColumnsGuessed() throws Exception {
        TablePreview preview = TablePreview.of(DATASETS, file, "", "");
        assertEquals(List.of("user", "movie", "rating", "date", "genre"), preview.names());
        assertEquals(List.of(USER, ITEM, NUMBER, TIME, IGNORE), preview.roles());
        assertEquals(
                List.of(
                        List.of("u1", "m1", "5", "2022-03-01", "drama"),
                        List.of("u1", "m2", "2", "2022-03-02", "comedy")),
                preview.body());
    }

    @Test
    void aDelimiterThatDoesNotOccurLeavesOneColumn() throws Exception {
        TablePreview preview = TablePreview.of(DATASETS, file, "UTF-8", "|");
        assertEquals(1, preview.names().size());
        assertEquals("|", preview.guess().roles().delimiter());
    }

    @Test
    void columnsKeepTheirRolesWithAndWithoutAHeader() throws Exception {
        TablePreview numbered = TablePreview.of(DATASETS, file, "", "").withHeader(false);
        assertEquals(List.of("1", "2", "3", "4", "5"), numbered.names());
        assertEquals(List.of(USER, ITEM, NUMBER, TIME, IGNORE), numbered.roles());
        assertEquals("user", numbered.body().get(0).get(0), "the header is a row like others");
        TablePreview named = numbered.withHeader(true);
        assertEquals(List.of("user", "movie", "rating", "date", "genre"), named.names());
        assertEquals(List.of(USER, ITEM, NUMBER, TIME, IGNORE), named.roles());
    }

    @Test
    void theRecipeNamesColumnsByTheirRoles() throws Exception {
        TablePreview preview = TablePreview.of(DATASETS, file, "", "");
        Recipe recipe = preview.recipe(List.of(USER, ITEM, NUMBER, IGNORE, ITEM_ATTRIBUTE), "UTF-8", "4");
        assertEquals(
                new ColumnRoles(";", true, "user", "movie", "", List.of("rating"), List.of(), List.of("genre")),
                recipe.columns());
        assertEquals("UTF-8", recipe.encoding());
        assertEquals("delimited", recipe.format());
        assertEquals(List.of("rating>=4"), recipe.preparation().where());
        assertEquals(
                List.of(),
                preview.recipe(preview.roles(), "", "").preparation().where(),
                "without a threshold every row is a positive");
    }

    @Test
    void oneColumnOfUsersAndOneOfItemsAreNeeded() throws Exception {
        TablePreview preview = TablePreview.of(DATASETS, file, "", "");
        assertTrue(preview.readable(List.of(USER, ITEM)));
        assertTrue(preview.readable(List.of(ITEM, USER, TIME, NUMBER, NUMBER)));
        assertFalse(preview.readable(List.of(USER, IGNORE)));
        assertFalse(preview.readable(List.of(USER, USER, ITEM)));
        assertTrue(preview.readable(List.of(USER, ITEM, TIME, TIME)), "a date and a time of day");
        assertFalse(preview.readable(List.of(USER, ITEM, TIME, TIME, TIME)));
    }

    @Test
    void aTimeMayStandInItsParts() throws Exception {
        Files.writeString(file, "user,movie,day,month,year\na,x,14,9,2020\nb,y,30,8,2020\na,y,2,1,2021\n");
        TablePreview preview = TablePreview.of(DATASETS, file, "", "");
        assertEquals(List.of(USER, ITEM, TIME, TIME, TIME), preview.roles());
        assertTrue(preview.readable(preview.roles()));
        ColumnRoles columns =
                Objects.requireNonNull(preview.recipe(preview.roles(), "", "").columns());
        assertEquals("year + month + day", columns.time());
    }
}
