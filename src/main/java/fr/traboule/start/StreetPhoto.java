package fr.traboule.start;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** The demonstration's photo: a street with a lamp that is out, a car with its plate and somebody who walks by. Drawn, not taken. */
final class StreetPhoto {

    private static final int WIDTH = 1_600;
    private static final int HEIGHT = 1_200;

    private StreetPhoto() {}

    static byte[] drawn() {
        var photo = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = photo.createGraphics();
        fill(pen, 0x8fa7bf, 0, 0, WIDTH, HEIGHT);
        house(pen, 0, 0xd9b48f);
        house(pen, 540, 0xc98f73);
        house(pen, 1080, 0xe3cfa4);
        fill(pen, 0xb8b3aa, 0, 840, WIDTH, 90);
        fill(pen, 0x55565a, 0, 930, WIDTH, 270);
        lamp(pen);
        walker(pen);
        car(pen);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(photo, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void house(Graphics2D pen, int left, int colour) {
        fill(pen, colour, left, 160, 520, 680);
        for (var row = 0; row < 3; row++) {
            for (var column = 0; column < 4; column++) {
                fill(pen, 0x3d4b57, left + 50 + column * 115, 210 + row * 180, 70, 120);
            }
        }
        fill(pen, 0x5b3a29, left + 215, 720, 90, 120);
    }

    private static void lamp(Graphics2D pen) {
        fill(pen, 0x2b2f33, 470, 330, 22, 560);
        fill(pen, 0x2b2f33, 420, 310, 122, 30);
        fill(pen, 0x6f7478, 436, 340, 90, 40);
    }

    private static void walker(Graphics2D pen) {
        fill(pen, 0x274b6d, 690, 640, 90, 150);
        fill(pen, 0x30343a, 695, 790, 36, 110);
        fill(pen, 0x30343a, 742, 790, 36, 110);
        round(pen, 0xe0b08f, 700, 560, 70, 80);
        round(pen, 0x3b2a20, 698, 548, 74, 36);
        round(pen, 0x30343a, 716, 594, 9, 9);
        round(pen, 0x30343a, 746, 594, 9, 9);
        fill(pen, 0xa5503f, 722, 620, 26, 6);
    }

    private static void car(Graphics2D pen) {
        fill(pen, 0x8c1f2d, 930, 880, 520, 150);
        fill(pen, 0x7a1a27, 1010, 790, 350, 100);
        fill(pen, 0xaec3d1, 1040, 805, 130, 75);
        fill(pen, 0xaec3d1, 1195, 805, 135, 75);
        round(pen, 0x1d1e20, 985, 975, 110, 110);
        round(pen, 0x1d1e20, 1285, 975, 110, 110);
        fill(pen, 0xf4f4f0, 1130, 965, 120, 32);
        fill(pen, 0x1c3f94, 1130, 965, 12, 32);
        for (var sign = 0; sign < 7; sign++) {
            fill(pen, 0x1d1e20, 1149 + sign * 14, 972, sign % 3 == 2 ? 4 : 9, 18);
        }
    }

    private static void fill(Graphics2D pen, int colour, int left, int top, int width, int height) {
        pen.setColor(new Color(colour));
        pen.fillRect(left, top, width, height);
    }

    private static void round(Graphics2D pen, int colour, int left, int top, int width, int height) {
        pen.setColor(new Color(colour));
        pen.fillOval(left, top, width, height);
    }
}
