package dev.nara.run;

import dev.nara.data.DataException;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Where the trials of a search are trained: in this program, or on other machines. Safe for many threads. */
public interface TrainingBackend {
    /** In the calling thread. */
    TrainingBackend HERE = new TrainingBackend() {
        @Override
        public RunEvent train(Source source) throws DataException {
            return source.take().runner().run();
        }

        @Override
        public OptionalInt places() {
            return OptionalInt.empty();
        }

        @Override
        public OptionalLong bytes() {
            return OptionalLong.empty();
        }
    };

    /** Takes up a run, anew each time: where the one who trained it is lost, it goes on after the epoch finished last. */
    @FunctionalInterface
    interface Source {
        /**
         * All that its training needs.
         *
         * @throws DataException if it cannot be taken up
         */
        TrainingJob take() throws DataException;
    }

    /**
     * Trains a run until it ends or is left, and returns its last event; the listener was told of it.
     *
     * @throws DataException if it cannot be taken up
     */
    RunEvent train(Source source) throws DataException;

    /** How many it trains at once; empty for as many as the workspace allows its programs. */
    OptionalInt places();

    /** The memory that one training may take there; empty for a share of this program's. */
    OptionalLong bytes();
}
