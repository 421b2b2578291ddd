package dev.nara.data.read.service;

import dev.nara.data.Attributes;
import dev.nara.data.AttributesBuilder;
import dev.nara.data.DataException;
import dev.nara.data.Findings;
import dev.nara.data.IdIndex;
import dev.nara.data.Progress;
import dev.nara.data.Role;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.file.DelimitedFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;

/** profile_data.csv: sex, age, and the interest keywords of parent and child. */
final class ProfileTable {
    private static final String[] COLUMNS = {
        "profile_id",
        "sex",
        "age",
        "pr_interest_keyword_cd_1",
        "pr_interest_keyword_cd_2",
        "pr_interest_keyword_cd_3",
        "ch_interest_keyword_cd_1",
        "ch_interest_keyword_cd_2",
        "ch_interest_keyword_cd_3"
    };

    private static final int SEX = 1;
    private static final int AGE = 2;
    private static final int INTERESTS = 3;
    private static final int FIRST_INTEREST = 3;

    /** The largest plausible age, because the service is for children. */
    private static final int OLDEST = 13;

    private record Row(int user, double age, List<String> texts) {}

    private final List<Row> rows = new ArrayList<>();

    static ProfileTable read(DataFile file, IdIndex users, Findings findings) throws DataException {
        ProfileTable table = new ProfileTable();
        Set<Integer> described = new HashSet<>();
        int[] empty = new int[COLUMNS.length];
        DelimitedFile.csv(file, COLUMNS).forEach(Progress.NONE, row -> {
            String id = Long.toString(row.wholeNumber(0));
            int user = users.add(id);
            if (!described.add(user)) {
                findings.add("attributes-repeat-users", () -> id);
                return;
            }
            List<String> texts = new ArrayList<>();
            for (int c = 1; c < COLUMNS.length; c++) {
                String text = row.text(c).strip();
                texts.add(text);
                empty[c] += text.isEmpty() ? 1 : 0;
            }
            table.rows.add(new Row(user, row.number(AGE), texts));
        });
        for (int c = FIRST_INTEREST; c < COLUMNS.length; c++) {
            String column = COLUMNS[c];
            int missing = empty[c];
            if (missing > 0 && missing < table.rows.size()) {
                findings.put("interests-empty", missing, column + ": " + missing);
            }
        }
        return table;
    }

    /** Joins the interests in three consecutive texts to one list. */
    private void list(StringColumn column, int first) {
        for (Row row : rows) {
            List<String> codes = row.texts().subList(first, first + INTERESTS);
            column.set(
                    row.user(),
                    String.join(", ", codes.stream().filter(c -> !c.isEmpty()).toList()));
        }
    }

    Attributes attributes(int userCount) {
        AttributesBuilder builder = new AttributesBuilder(userCount);
        for (int c = 1; c < COLUMNS.length; c++) {
            if (c == AGE) {
                DoubleColumn ages = builder.number(COLUMNS[c], Role.AGE);
                rows.forEach(row -> ages.set(row.user(), row.age()));
            } else {
                StringColumn column = c == SEX ? builder.text(COLUMNS[c], Role.SEX) : builder.codes(COLUMNS[c]);
                int text = c - 1;
                rows.forEach(row -> column.set(row.user(), row.texts().get(text)));
            }
        }
        builder.oldest(OLDEST);
        list(builder.list("pr_interests"), 2);
        list(builder.list("ch_interests"), 2 + INTERESTS);
        return builder.build();
    }
}
