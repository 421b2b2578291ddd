package dev.nara.run;

import dev.nara.data.DataException;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Where the trials of a search are trained: in this process or on other machines. Thread-safe. */
public interface TrainingBackend {
    /** Trains in the calling thread. */
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

    /** Provides a run, as often as needed: if the machine that trained it is lost, it resumes after the last finished epoch. */
    @FunctionalInterface
    interface Source {
        /**
         * Everything needed to train the run.
         *
         * @throws DataException if it cannot be taken up
         */
        TrainingJob take() throws DataException;
    }

    /**
     * Trains a run until it ends or is left, and returns its last event, after the listener has received it.
     *
     * @throws DataException if the run cannot be taken up
     */
    RunEvent train(Source source) throws DataException;

    /** The number of runs trained at once; empty for as many as the workspace allows. */
    OptionalInt places();

    /** The memory available to one training there; empty for a share of this process's memory. */
    OptionalLong bytes();
}
