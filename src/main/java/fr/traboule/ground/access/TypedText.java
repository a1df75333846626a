package fr.traboule.ground.access;

/**
 * What a form may send. Each value is looked at dozens of times while a request finds its way, and may be long: no regular
 * expression.
 */
final class TypedText {

    private TypedText() {}

    /** Words hold no control signs but line ends and tabs, and no half of a sign. */
    static boolean isText(String value) {
        for (var i = 0; i < value.length(); i++) {
            var sign = value.charAt(i);
            if (Character.isHighSurrogate(sign)) {
                i++;
                if (i == value.length() || !Character.isLowSurrogate(value.charAt(i))) {
                    return false;
                }
            } else if (Character.isLowSurrogate(sign) || sign < ' ' && !isSpace(sign)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSpace(char sign) {
        return sign == '\t' || sign == '\n' || sign == '\f' || sign == '\r';
    }
}
