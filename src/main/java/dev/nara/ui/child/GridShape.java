package dev.nara.ui.child;

/**
 * The layout of a list: the first places as cards in rows, the rest as tiles below, so that all are visible. If there is more space, the
 * cards are larger.
 *
 * @param columns cards per row
 * @param cards number of places shown as cards
 * @param tiles tiles per line
 * @param wide the width of a card, in pixels
 * @param across the gap between cards of a row, in pixels
 * @param tall the height of a card, in pixels
 * @param down the gap between rows, in pixels
 */
record GridShape(int columns, int cards, int tiles, double wide, double across, double tall, double down) {
    /** The widest card. */
    private static final double MOST = 190;

    private static final double GAP = 12;
    private static final double TIGHT = 8;
    private static final double TILE_GAP = 6;
    /** The space left of the tiles for their range of ranks. */
    private static final double TILE_NAME = 44;

    /** As many rows of cards as leave space for the tiles, with lower and closer cards if that allows another row; at least one row. */
    static GridShape of(double width, double height, int places) {
        int columns = Math.max(1, (int) ((width + TIGHT) / (AlbumCard.WIDTH + TIGHT)));
        double across = columns == 1 ? GAP : Math.min(GAP, (width - columns * AlbumCard.WIDTH) / (columns - 1));
        int tiles = Math.max(1, (int) ((width - TILE_NAME + TILE_GAP) / (AlbumTile.WIDTH + TILE_GAP)));
        for (int fewer = (int) Math.ceil((width + GAP) / (MOST + GAP)); fewer < columns && places > columns; fewer++) {
            double wide = Math.floor((width - (fewer - 1) * GAP) / fewer);
            GridShape large = new GridShape(fewer, places, tiles, wide, GAP, AlbumCard.tall(wide), GAP);
            if (large.height(places) <= height) {
                return large;
            }
        }
        for (int rows = (places + columns - 1) / columns; rows > 0; rows--) {
            int cards = Math.min(places, rows * columns);
            GridShape roomy = new GridShape(columns, cards, tiles, AlbumCard.WIDTH, across, AlbumCard.HEIGHT, GAP);
            GridShape tight =
                    new GridShape(columns, cards, tiles, AlbumCard.WIDTH, across, AlbumCard.LEAST_HEIGHT, TIGHT);
            if (roomy.height(places) <= height) {
                return roomy;
            }
            if (tight.height(places) <= height || rows == 1) {
                double spare = Math.max(0, height - tight.height(places)) / rows;
                double taller = Math.min(AlbumCard.HEIGHT - AlbumCard.LEAST_HEIGHT, Math.floor(spare));
                return new GridShape(
                        columns, cards, tiles, AlbumCard.WIDTH, across, AlbumCard.LEAST_HEIGHT + taller, TIGHT);
            }
        }
        return new GridShape(columns, 0, tiles, AlbumCard.WIDTH, across, AlbumCard.HEIGHT, GAP);
    }

    /** The height for this many places. */
    double height(int places) {
        return places > cards ? top() + lines(places) * (AlbumTile.HEIGHT + TILE_GAP) - TILE_GAP : top() - down;
    }

    /** The y coordinate of the first tile. */
    private double top() {
        int rows = (cards + columns - 1) / columns;
        return rows * (tall + down);
    }

    private int lines(int places) {
        return (places - cards + tiles - 1) / tiles;
    }

    /** The x coordinate of a place, counted from 0. */
    double x(int place) {
        return place < cards
                ? place % columns * (wide + across)
                : TILE_NAME + (place - cards) % tiles * (AlbumTile.WIDTH + TILE_GAP);
    }

    /** The y coordinate of a place, counted from 0. */
    double y(int place) {
        int row = place < cards ? place / columns : (place - cards) / tiles;
        return place < cards ? row * (tall + down) : top() + row * (AlbumTile.HEIGHT + TILE_GAP);
    }
}
