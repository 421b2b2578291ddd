package dev.nara.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RoleWordsTest {
    private static final Locale ENGLISH = RoleWords.GENERAL.in(Locale.ENGLISH);
    private static final Locale KOREAN = RoleWords.GENERAL.in(Locale.KOREAN);

    private static String in(Locale locale, String key, Object... arguments) {
        return Text.of(key, arguments).in(locale);
    }

    @Test
    void dataOfTheServiceHaveChildrenAndOthersHaveUsers() {
        assertEquals(RoleWords.SERVICE, RoleWords.of("service"));
        assertEquals(RoleWords.GENERAL, RoleWords.of("movielens"));
        assertEquals(Locale.KOREAN, RoleWords.SERVICE.in(Locale.KOREAN));
        assertEquals(Locale.ENGLISH, RoleWords.SERVICE.in(ENGLISH));
    }

    @Test
    void textsOfOtherDataSpeakOfUsersItemsAndInteractions() {
        assertEquals("User", in(ENGLISH, "workspace.child"));
        assertEquals("사용자", in(KOREAN, "workspace.child"));
        assertEquals("Choose an item in the list to see why it is there.", in(ENGLISH, "child.why.empty"));
        assertEquals("1 interaction in 2 sessions", in(ENGLISH, "child.history.said", 1, 2));
        assertEquals("12 users gained, 3 lost, 4 stayed the same.", in(ENGLISH, "html.gains", 12, 3, 4));
        assertEquals("왼쪽에서 사용자를 고르세요.", in(KOREAN, "child.choose"));
        assertEquals("이 사용자의 행이 없습니다", in(KOREAN, "data.rows.none"));
    }

    /** A film may be called so. */
    @Test
    void whatTheDataThemselvesSayStaysAsItIs() {
        assertEquals("Without A Child’s View:", in(ENGLISH, "child.whatif.tried.without", "A Child’s View"));
    }

    @Test
    void menusStayWhatTheyAre() {
        assertEquals(in(Locale.ENGLISH, "menu.view"), in(ENGLISH, "menu.view"));
    }

    /** No text of the screens that show users, items and interactions forgets one. */
    @Test
    void noChildIsLeftOnTheScreensOfOtherData() {
        Set<String> left = new TreeSet<>();
        for (Locale locale : List.of(ENGLISH, KOREAN)) {
            left.addAll(Text.bundle(locale).keySet().stream()
                    .filter(key ->
                            key.matches("(child|compare|html|export|verdict|group|gains|source|reason|workspace)\\..*"))
                    .filter(key -> RoleWords.words(key, Text.bundle(locale).getString(key), locale)
                            .matches("(?s).*(\\b[Cc]hild|\\b[Aa]lbum|\\b[Vv]iews?\\b|아이(?!템|콘|디)|앨범).*"))
                    .collect(Collectors.toSet()));
        }
        assertTrue(left.isEmpty(), left.toString());
    }
}
