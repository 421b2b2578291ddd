package dev.nara.data.read.table;

import dev.nara.data.DataException;
import dev.nara.data.Findings;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.SkippedRow;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Passes rows on and counts those that cannot be read. Either they are left out, up to a share of all rows, or the first of them is
 * reported as an error, together with the number of others.
 */
public final class BadRows implements RowConsumer {
    /** The word in a recipe for leaving bad rows out. */
    public static final String SKIP = "skip";
    /** The share of all rows that may be left out. */
    public static final double MOST = 0.05;

    private static final int KEPT = 100_000;
    private static final int LOOKED_AT = 1_000_000;

    private final boolean skip;
    private final int columns;
    private final RowConsumer to;
    private final List<SkippedRow> kept = new ArrayList<>();
    private @Nullable DataException first;
    private long bad;
    private long rows;
    private long sinceFirst;

    /** Passes rows with that many columns to a consumer, which throws for a row that it cannot read and must not keep any of it. */
    public BadRows(boolean skip, int columns, RowConsumer to) {
        this.skip = skip;
        this.columns = columns;
        this.to = to;
    }

    /** Whether a recipe's word leaves bad rows out; throws for unknown words. */
    public static boolean skips(@Nullable String word) throws DataException {
        if (word != null && !word.equals(SKIP) && !word.equals("stop")) {
            throw new DataException(Text.of("data.bad.word", word), Text.of("data.bad.word.remedy"));
        }
        return SKIP.equals(word);
    }

    /**
     * Reads all rows of a log, handling bad ones according to the recipe.
     *
     * @param to throws for a row that it cannot read, and must not keep any of it
     * @return the rows that were left out
     */
    public static List<SkippedRow> read(Table log, Recipe recipe, Progress progress, Findings findings, RowConsumer to)
            throws DataException {
        BadRows rows = new BadRows(skips(recipe.badRows()), log.columns().size(), to);
        log.forEach(progress, rows);
        return rows.end(findings);
    }

    /** Counts a row that was read elsewhere. */
    public void good() throws DataException {
        rows++;
        look();
    }

    @Override
    public void accept(DataRow row) throws DataException {
        rows++;
        try {
            to.accept(row);
        } catch (DataException e) {
            take(e, IntStream.range(0, columns).mapToObj(row::text).toList());
        }
        look();
    }

    @Override
    public void broken(DataException problem, List<String> cells) throws DataException {
        rows++;
        take(problem, cells);
        look();
    }

    private void take(DataException problem, List<String> cells) {
        bad++;
        first = first == null ? problem : first;
        if (skip && kept.size() < KEPT) {
            kept.add(new SkippedRow(problem.fileName(), problem.line(), problem.problem(), cells));
        }
    }

    /** Stops counting after a number of rows behind the first bad one, so that the error does not take too long. */
    private void look() throws DataException {
        if (!skip && first != null && ++sinceFirst > LOOKED_AT) {
            throw refused(first);
        }
    }

    /**
     * To be called after the last row.
     *
     * @param findings receives the number of rows left out
     * @return those rows, the first hundred thousand of them
     * @throws DataException for bad rows that are not left out, or for too many of them
     */
    public List<SkippedRow> end(Findings findings) throws DataException {
        DataException problem = first;
        if (problem != null && (!skip || bad > MOST * rows)) {
            throw refused(problem);
        }
        for (SkippedRow row : kept) {
            findings.add("skipped-rows", () -> row.line() + ": " + DataRow.shortened(String.join(", ", row.cells())));
        }
        findings.put("skipped-rows", bad - kept.size(), "…");
        return List.copyOf(kept);
    }

    private DataException refused(DataException problem) {
        boolean few = bad <= MOST * rows;
        Text what = bad == 1
                ? problem.problem()
                : Text.of("data.bad.more", problem.problem(), Numbers.grouped(bad - 1), Numbers.grouped(rows));
        if (skip) {
            what = Text.of("data.bad.share", what, Numbers.percent(MOST, 0));
        }
        Text remedy = few && !skip
                ? Text.of("data.bad.remedy", problem.remedy())
                : problem.problem().key().equals("data.cell.empty")
                        ? Text.of("data.bad.query", problem.remedy(), Numbers.percent(MOST, 0))
                        : problem.remedy();
        return problem.with(what, remedy);
    }
}
