package dev.nara.ui.child;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LabelRoomTest {
    @Test
    void aLabelIsLeftOutWhereItWouldMeetAnotherOrAnEdge() {
        LabelRoom room = new LabelRoom(48, 500);
        assertTrue(room.take(400, 30, 100));
        assertFalse(room.take(300, 35, 120), "over the first");
        assertTrue(room.take(300, 43, 120), "a line below");
        assertTrue(room.take(200, 35, 90), "left of it");
        assertFalse(room.take(40, 60, 20), "beyond the left edge");
        assertFalse(room.take(450, 60, 60), "beyond the right edge");
    }
}
