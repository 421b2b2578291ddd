package dev.nara.fonts;

import com.sun.javafx.font.FontConfigManager;
import com.sun.javafx.font.FontFallbackInfo;
import com.sun.javafx.font.FontResource;
import com.sun.javafx.font.PrismFontFactory;
import com.sun.javafx.font.PrismFontFile;
import com.sun.javafx.text.GlyphLayout;
import java.util.List;

/** JavaFX's source of fonts without FreeType, Pango or fontconfig: reads outlines in Java and has Prism fill them. */
final class OutlineFontFactory extends PrismFontFactory {
    @Override
    protected PrismFontFile createFontFile(
            String name, String file, int index, boolean register, boolean embedded, boolean copy, boolean tracked)
            throws Exception {
        return new OutlineFontFile(name, file, index, register, embedded, copy, tracked);
    }

    @Override
    public GlyphLayout createGlyphLayout() {
        return new PlainGlyphLayout();
    }

    @Override
    protected boolean registerEmbeddedFont(String path) {
        return true;
    }

    @Override
    public boolean isLCDTextSupported() {
        return false;
    }

    @Override
    public FontFallbackInfo getFallbacks(FontResource primary) {
        FontFallbackInfo fallbacks = new FontFallbackInfo();
        FontConfigManager.FcCompFont sans =
                FontConfigManager.getFontConfigFont("sans", primary.isBold(), primary.isItalic());
        List<String> names = FontConfigManager.getFontNames(sans, false);
        List<String> files = FontConfigManager.getFileNames(sans, false);
        for (int i = 0; i < files.size(); i++) {
            fallbacks.add(names.get(i), files.get(i), null);
        }
        return fallbacks;
    }
}
