package dev.nara.ui.child;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.store.folder.WatchedListLog.Moment;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EpochsTest {
    private final Epochs epochs = new Epochs();

    private static List<Moment> until(int last) {
        return IntStream.rangeClosed(1, last)
                .mapToObj(epoch -> new Moment(epoch, .5, List.of(1), List.of(1)))
                .toList();
    }

    private int shown() {
        return epochs.shownProperty().get();
    }

    @Test
    void theModelIsFollowedUntilSomebodyLooksBack() {
        epochs.known(until(2), 3);
        assertEquals(3, shown(), "its list need not have been kept");
        assertEquals(List.of(1, 2, 3), epochs.all());
        epochs.known(until(3), 4);
        assertEquals(4, shown());
        epochs.step(-2);
        assertEquals(2, shown());
        assertFalse(epochs.followingProperty().get());
        epochs.known(until(5), 6);
        assertEquals(2, shown(), "what somebody looks at stays");
        assertEquals(4, epochs.laterProperty().get());
        epochs.follow();
        assertEquals(6, shown());
        assertEquals(0, epochs.laterProperty().get());
    }

    @Test
    void theBestEpochOfAFinishedRunNeedNotBeItsLast() {
        epochs.known(until(8), 5);
        assertEquals(5, shown());
        epochs.look(Integer.MAX_VALUE);
        assertEquals(8, shown());
        epochs.look(5);
        assertTrue(epochs.followingProperty().get());
        epochs.look(0);
        assertEquals(1, shown());
    }

    @Test
    void anEpochThatAnotherChildHasNotGivesWayToTheModels() {
        epochs.known(until(8), 8);
        epochs.look(2);
        epochs.known(List.of(), 8);
        assertEquals(8, shown());
        assertTrue(epochs.followingProperty().get());
    }
}
