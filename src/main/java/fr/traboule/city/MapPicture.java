package fr.traboule.city;

import java.util.List;
import java.util.Optional;

/** What a map shows, in pixels of its {@link MapFrame}. */
record MapPicture(List<Shape> shapes, List<Label> labels, Optional<Pin> pin) {

    /** An outline as an SVG path. */
    record Shape(String path, Kind kind) {

        enum Kind {
            ASKED_FOR,
            AROUND,
            BORDER
        }
    }

    /** The point that the map is about. */
    record Pin(String x, String y) {}

    /** The number of an area in the list beside the map, or a place with its name. */
    record Label(String x, String y, String text, boolean isPlace) {}
}
