package dev.nara.ui.data.cards;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.ColumnRole;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreviewGridTest {
    @Test
    void whatIsWrittenAsYOrNIsNoNumber() {
        assertTrue(PreviewGrid.yesOrNo(ColumnRole.NUMBER, List.of("Y", "", "N", "N")));
        assertFalse(PreviewGrid.yesOrNo(ColumnRole.NUMBER, List.of("1", "Y")));
        assertFalse(PreviewGrid.yesOrNo(ColumnRole.NUMBER, List.of("", "")));
        assertFalse(PreviewGrid.yesOrNo(ColumnRole.WORD, List.of("Y", "N")));
    }
}
