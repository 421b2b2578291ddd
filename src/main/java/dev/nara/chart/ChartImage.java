package dev.nara.chart;

import dev.nara.data.OutputFile;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.SVGGraphics2D;
import org.jfree.chart.JFreeChart;
import org.w3c.dom.Document;

/** Writes a chart to a file: PNG or SVG. */
public final class ChartImage {
    private ChartImage() {}

    /** Draws at twice the size in pixels, for sharp print; the file is replaced completely or not at all. */
    public static void png(Path file, JFreeChart chart, int width, int height) throws IOException {
        byte[] image = png(chart, width, height);
        OutputFile.write(file, out -> out.write(image));
    }

    /** Writes vectors; letters need their font on the viewer's machine. */
    public static void svg(Path file, JFreeChart chart, int width, int height) throws IOException {
        Document document = emptySvg();
        SVGGraphics2D graphics = new SVGGraphics2D(document);
        graphics.setSVGCanvasSize(new Dimension(width, height));
        chart.draw(graphics, new Rectangle(width, height));
        graphics.getRoot(document.getDocumentElement());
        byte[] image = bytes(document);
        OutputFile.write(file, out -> out.write(image));
    }

    private static Document emptySvg() throws IOException {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVGGraphics2D.SVG_NAMESPACE_URI, SVGGraphics2D.SVG_SVG_TAG, null);
        } catch (ParserConfigurationException e) {
            throw new IOException("no XML parser in this Java runtime", e);
        }
    }

    /** Without the document type that Batik would write: viewers would fetch it from the network. */
    private static byte[] bytes(Document document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            TransformerFactory.newInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(bytes));
        } catch (TransformerException e) {
            throw new IOException("the chart cannot be written as SVG", e);
        }
        return bytes.toByteArray();
    }

    /** The same to memory. */
    public static byte[] png(JFreeChart chart, int width, int height) throws IOException {
        BufferedImage image = chart.createBufferedImage(2 * width, 2 * height, width, height, null);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // Otherwise ImageIO would use a temporary file in a folder shared by all users.
        ImageIO.setUseCache(false);
        if (!ImageIO.write(image, "png", bytes)) {
            throw new IOException("no PNG writer in this Java runtime");
        }
        return bytes.toByteArray();
    }
}
