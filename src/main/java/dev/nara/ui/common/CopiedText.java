package dev.nara.ui.common;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Text on the clipboard. */
public final class CopiedText {
    private CopiedText() {}

    /** Puts a text there, in place of what was. */
    public static void put(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
