package dev.nara.data.read.database;

import dev.nara.data.DataException;
import dev.nara.data.Progress;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs work that waits for a server on a thread of its own, so that the caller can cancel it at once; the connection is then closed. */
final class DatabaseCall implements Progress {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseCall.class);
    private static final long LOOK_MILLIS = 100;

    private volatile long rows;
    private volatile boolean left;
    private @Nullable Connection connection;
    private @Nullable Statement statement;

    /** The work; it reports its rows to the call. */
    @FunctionalInterface
    interface Work {
        void run() throws SQLException, DataException, IOException;
    }

    /** Does the work; {@code progress} counts rows, and may cancel it. */
    void run(Work work, Progress progress) throws SQLException, DataException, IOException {
        FutureTask<Boolean> task = new FutureTask<>(() -> {
            work.run();
            return true;
        });
        Thread thread = new Thread(task, "database");
        thread.setDaemon(true);
        thread.start();
        boolean whole = false;
        try {
            while (!ended(task)) {
                progress.at(rows, rows);
            }
            whole = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } finally {
            if (!whole) {
                leave();
            }
        }
    }

    private static boolean ended(FutureTask<Boolean> task)
            throws InterruptedException, SQLException, DataException, IOException {
        try {
            return task.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw cause(e);
        }
    }

    private static RuntimeException cause(ExecutionException e) throws SQLException, DataException, IOException {
        Throwable cause = e.getCause();
        if (cause instanceof SQLException sql) {
            throw sql;
        } else if (cause instanceof DataException data) {
            throw data;
        } else if (cause instanceof IOException io) {
            throw io;
        } else if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException own ? own : new IllegalStateException(cause);
    }

    /** Registers the connection of the work, which is closed on cancellation. */
    void over(Connection made) {
        keep(made, null);
    }

    /** Registers the current statement, which is cancelled on cancellation. */
    void asking(Statement made) throws SQLException {
        keep(made.getConnection(), made);
    }

    private synchronized void keep(Connection over, @Nullable Statement asked) {
        connection = over;
        statement = asked;
        if (left) {
            end(over, asked);
        }
    }

    private synchronized void leave() {
        left = true;
        Connection over = connection;
        if (over != null) {
            end(over, statement);
        }
    }

    /** On a thread of its own, because some drivers contact the server or wait for running work. */
    private static void end(Connection over, @Nullable Statement asked) {
        Thread thread = new Thread(
                () -> {
                    try {
                        if (asked != null) {
                            asked.cancel();
                        }
                        over.abort(Runnable::run);
                    } catch (SQLException e) {
                        LOG.debug("Ended already", e);
                    }
                },
                "database-end");
        thread.setDaemon(true);
        thread.start();
    }

    /** {@code done} rows have arrived. */
    @Override
    public void at(long done, long total) {
        rows = done;
        if (left) {
            throw new CancellationException();
        }
    }
}
