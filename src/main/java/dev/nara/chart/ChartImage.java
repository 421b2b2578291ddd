package dev.nara.chart;

import dev.nara.data.AtomicFile;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.jfree.chart.JFreeChart;
import org.jfree.svg.SVGGraphics2D;

/** A chart as a file: PNG or SVG. */
public final class ChartImage {
    private ChartImage() {}

    /** Draws at twice the size in pixels, for sharp lines in print; replaces the file whole or not at all. */
    public static void png(Path file, JFreeChart chart, int width, int height) throws IOException {
        byte[] image = png(chart, width, height);
        AtomicFile.write(file, out -> out.write(image));
    }

    /** Draws lines and letters; the letters need their font where they are looked at. */
    public static void svg(Path file, JFreeChart chart, int width, int height) throws IOException {
        SVGGraphics2D graphics = new SVGGraphics2D(width, height);
        chart.draw(graphics, new Rectangle(width, height));
        byte[] image = graphics.getSVGDocument().getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, out -> out.write(image));
    }

    /** The same in memory. */
    public static byte[] png(JFreeChart chart, int width, int height) throws IOException {
        BufferedImage image = chart.createBufferedImage(2 * width, 2 * height, width, height, null);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(image, "png", bytes)) {
            throw new IOException("no PNG writer in this Java runtime");
        }
        return bytes.toByteArray();
    }
}
