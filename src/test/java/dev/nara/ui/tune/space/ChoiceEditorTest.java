package dev.nara.ui.tune.space;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ChoiceEditorTest {
    @Test
    void layersStandBelowEachOther() {
        assertEquals("64\n32\n16", ChoiceEditor.stacked("64-32-16"));
        assertEquals("32", ChoiceEditor.stacked("32"));
        assertEquals("none", ChoiceEditor.stacked("none"));
    }
}
