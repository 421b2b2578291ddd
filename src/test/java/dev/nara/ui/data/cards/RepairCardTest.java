package dev.nara.ui.data.cards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.Finding;
import dev.nara.data.Pseudonyms;
import dev.nara.data.Recipe;
import dev.nara.data.Toy;
import dev.nara.data.prepare.Preparing;
import dev.nara.text.Text;
import dev.nara.ui.OnFx;
import dev.nara.ui.common.Pseudonymiser;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Session.Opened;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Tips;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A finding that is mended, one to look at, and one that needs no decision. */
@ExtendWith(ApplicationExtension.class)
@Tag("window")
class RepairCardTest {
    private static final List<Finding> FINDINGS = List.of(
            new Finding("interests-empty", 651, List.of()),
            new Finding("unwatched-items", 3, List.of("i1", "i2"), "unwatched-items"),
            new Finding("repeated-rows", 1200, List.of("0, 1, 5"), "repeated-rows"));

    @TempDir
    private static Path folder;

    private final List<String> asked = new ArrayList<>();
    private final List<String> opened = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private RepairCard card;

    @SuppressWarnings("NullAway.Init")
    private Pseudonymiser pseudonymiser;

    @Start
    void open(Stage stage) throws Exception {
        Texts texts = new Texts(Locale.ENGLISH);
        pseudonymiser = new Pseudonymiser(Pseudonyms.of(folder), texts, new Session());
        card = new RepairCard(
                texts, pseudonymiser, (repair, on) -> asked.add(repair + " " + on), query -> opened.add(query.title()));
        stage.setScene(new Scene(card, 704, 300));
        stage.show();
    }

    private void show(List<Finding> findings) throws Exception {
        Opened plain = Opened.of(0, Preparing.apply(Toy.of(2, 2, new long[][] {{0, 0, 1}, {1, 1, 2}}), Recipe.USUAL));
        OnFx.run(() -> card.show(new Opened(0, plain.prepared(), plain.profile(), findings)));
    }

    private static List<String> words() {
        return OnFx.get(() -> OnFx.all(".finding-what", Label.class).stream()
                .map(Label::getText)
                .toList());
    }

    @Test
    void whatIsDoneIsDoneInTheWindow() throws Exception {
        show(List.of(new Finding("implicit-zeros", 4, List.of("--where \"rating>0\""))));
        OnFx.run(OnFx.find("#data-findings-rest", ToggleButton.class)::fire);
        assertEquals("Conditions: rating>0", OnFx.get(() -> OnFx.all(".finding-example", Hyperlink.class)
                .get(0)
                .getText()));
        String about = OnFx.get(
                () -> Tips.of(OnFx.all(".finding-what", Label.class).get(0)).orElseThrow());
        assertFalse(about.contains("--") || about.contains("below"), about);
    }

    @Test
    void whatIsMendedComesFirstThenWhatIsToBeLookedAt() throws Exception {
        show(FINDINGS);
        assertEquals(
                List.of(
                        "repeated rows; would count as extra views",
                        "items never chosen; listed without being learned"),
                words());
        assertEquals("1 to look at", OnFx.get(OnFx.find("#data-to-look-at", Label.class)::getText));
        ToggleButton rest = OnFx.find("#data-findings-rest", ToggleButton.class);
        assertEquals("1 need no decision: empty interests 651", OnFx.get(rest::getText));
        OnFx.run(rest::fire);
        assertEquals(
                "empty interests; as single columns, the empty value becomes a category. pr_interests and ch_interests"
                        + " list only existing values",
                words().get(2));

        CheckBox repeated = OnFx.find("#repair-repeated-rows", CheckBox.class);
        assertTrue(OnFx.get(repeated::isSelected));
        assertFalse(OnFx.get(OnFx.find("#repair-unwatched-items", CheckBox.class)::isSelected));
        OnFx.run(repeated::fire);
        assertEquals(List.of("repeated-rows false"), asked);
        OnFx.run(() -> OnFx.all(".finding-example", Hyperlink.class).get(0).fire());
        assertEquals(List.of("0, 1, 5"), opened, "a click on an example shows its rows");
    }

    /** Each is one sentence, whatever it is made of. */
    @Test
    void everyFindingIsWrittenAsOneSentence() {
        Texts texts = new Texts(Locale.ENGLISH);
        List<String> names = Text.bundle(Locale.ENGLISH).keySet().stream()
                .filter(key -> key.matches("finding\\..*\\.name"))
                .toList();
        assertTrue(names.size() > 60, () -> "" + names);
        assertEquals(
                List.of(),
                names.stream()
                        .map(key -> RepairCard.words(key.substring(8, key.length() - 5), texts))
                        .filter(words -> words.matches("[^;]*:.*|.*: .*: .*|[^;]*; [A-Z][ a-z].*"))
                        .toList());
    }

    @Test
    void aHigherWindowUnfoldsWhatItHasRoomFor() throws Exception {
        show(FINDINGS);
        assertEquals(2, words().size());
        OnFx.run(() -> card.room(1));
        assertEquals(3, words().size());
        assertFalse(
                OnFx.get(() ->
                        OnFx.find("#data-findings-rest", ToggleButton.class).isVisible()),
                "nothing is folded");
        OnFx.run(() -> card.room(0));
        assertEquals(2, words().size());
    }

    @Test
    void examplesAreHiddenInPresentationModeAndCleanDataIsFine() throws Exception {
        OnFx.run(() -> pseudonymiser.onProperty().set(true));
        show(FINDINGS);
        assertEquals(
                List.of("hidden in presentation mode", "hidden in presentation mode"),
                OnFx.get(() -> OnFx.all(".finding-example", Hyperlink.class).stream()
                        .map(Hyperlink::getText)
                        .toList()));
        show(List.of());
        assertTrue(OnFx.present("No problems found."));
    }
}
