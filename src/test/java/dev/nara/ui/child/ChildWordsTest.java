package dev.nara.ui.child;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.Pseudonyms;
import dev.nara.ui.child.ChildFacts.Trait;
import dev.nara.ui.child.ChildModel.Child;
import dev.nara.ui.common.Pseudonymiser;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildWordsTest {
    @TempDir
    private Path folder;

    private final Texts texts = new Texts(Locale.ENGLISH);

    @SuppressWarnings("NullAway.Init")
    private Pseudonymiser pseudonymiser;

    @SuppressWarnings("NullAway.Init")
    private ChildWords words;

    @BeforeEach
    void make() throws Exception {
        pseudonymiser = new Pseudonymiser(Pseudonyms.of(folder), texts, new Session());
        words = new ChildWords(texts, pseudonymiser);
    }

    private static Child child() {
        ChildFacts facts = new ChildFacts(
                "F",
                5,
                true,
                List.of(
                        new Trait("ch_interest_keyword_cd", List.of("K03", "K02"), true),
                        new Trait("pr_interest_keyword_cd", List.of("P07", "P99"), true)));
        return new Child(0, "3104", facts, ChildWords.searched("3104", facts), 146);
    }

    @Test
    void codesAreWordsAndACodeWithoutMeaningSaysWhoseItIs() {
        assertEquals("Child 3104", words.name(child()));
        assertEquals("Girl, 5", words.sexAndAge(child()));
        assertEquals(
                "likes fairy tales, animals and plants · parents look for language and reasoning, parent interest P99",
                words.traits(child()));
        texts.localeProperty().set(Locale.KOREAN);
        assertEquals("여 5세", words.sexAndAge(child()));
    }

    @Test
    void aSearchFindsIdAgeAndInterestsInBothLanguages() {
        for (String typed : List.of("310", "5 girl", "여", "fairy", "동화", "ani")) {
            assertTrue(words.matches(child(), typed), typed);
        }
        assertFalse(words.matches(child(), "boy"));
        assertFalse(words.matches(child(), "104"));
    }

    @Test
    void presentationKnowsNamesBandsAndRoundNumbersOnly() {
        pseudonymiser.onProperty().set(true);
        assertFalse(words.name(child()).contains("3104"));
        assertTrue(words.name(child()).matches("[A-Z][a-z]+ \\d+"), words.name(child()));
        assertEquals("3–5", words.sexAndAge(child()));
        assertEquals("150", words.views(146));
        assertEquals("10", words.views(2));
        assertEquals("0", words.views(0));
        assertFalse(words.traits(child()).contains("fairy"));
        assertFalse(words.matches(child(), "3104"));
        assertTrue(words.matches(child(), words.id(child()).substring(0, 3)));
        texts.localeProperty().set(Locale.KOREAN);
        assertTrue(words.name(child()).matches("[가-힣]+ \\d+"), words.name(child()));
    }

    @Test
    void agesOfGrownUpsAreDecades() {
        assertEquals("0–2", ChildWords.band(2, true));
        assertEquals("9–13", ChildWords.band(13, true));
        assertEquals("20–29", ChildWords.band(24, false));
    }
}
