package dev.nara.data.read.duckdb;

import dev.nara.data.DataException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * The difference between a Parquet file and an earlier one with the same columns.
 *
 * @param before rows of the earlier
 * @param after rows of the later
 * @param users distinct users that only the later has
 * @param usersGone distinct users that only the earlier has
 * @param items distinct items that only the later has
 * @param itemsGone distinct items that only the earlier has
 */
public record ParquetDifference(long before, long after, long users, long usersGone, long items, long itemsGone) {
    /** Whether both hold the same rows, in whatever order. */
    public static boolean same(Path earlier, Path later) throws DataException {
        List<Path> both = List.of(earlier, later);
        try (DuckDb duck = DuckDb.open(both)) {
            String facts = "SELECT count(*), sum(hash(t)::HUGEINT) FROM read_parquet(%s) t";
            String columns = "DESCRIBE FROM read_parquet(%s)";
            return of(duck, columns, earlier).equals(of(duck, columns, later))
                    && of(duck, facts, earlier).equals(of(duck, facts, later));
        } catch (SQLException e) {
            throw DuckDb.failed(later, e);
        }
    }

    private static List<List<String>> of(DuckDb duck, String sql, Path file) throws SQLException {
        return duck.rows(String.format(sql, DuckDb.literal(file.toString())));
    }

    /** Compares two; the columns are those of users and of items. */
    public static ParquetDifference of(Path earlier, Path later, String user, String item) throws DataException {
        try (DuckDb duck = DuckDb.open(List.of(earlier, later))) {
            return new ParquetDifference(
                    rows(duck, earlier),
                    rows(duck, later),
                    only(duck, later, earlier, user),
                    only(duck, earlier, later, user),
                    only(duck, later, earlier, item),
                    only(duck, earlier, later, item));
        } catch (SQLException e) {
            throw DuckDb.failed(later, e);
        }
    }

    private static long rows(DuckDb duck, Path file) throws SQLException {
        return duck.number("SELECT count(*) FROM read_parquet(" + DuckDb.literal(file.toString()) + ")");
    }

    private static long only(DuckDb duck, Path file, Path other, String column) throws SQLException {
        String distinct = "SELECT DISTINCT " + DuckDb.name(column) + "::VARCHAR FROM read_parquet(%s)";
        return duck.number("SELECT count(*) FROM (" + String.format(distinct, DuckDb.literal(file.toString()))
                + " EXCEPT " + String.format(distinct, DuckDb.literal(other.toString())) + ")");
    }
}
