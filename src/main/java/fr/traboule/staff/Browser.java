package fr.traboule.staff;

import java.util.List;

/** What somebody would call the browser that names itself so: « Firefox, Windows ». Empty where nobody would know. */
record Browser(String name, String machine) {

    private record Sign(String sign, String name) {}

    /** Browsers name their ancestors too: the first that fits is the youngest. */
    private static final List<Sign> NAMES = List.of(
            new Sign("Edg", "Edge"),
            new Sign("OPR/", "Opera"),
            new Sign("Firefox/", "Firefox"),
            new Sign("FxiOS/", "Firefox"),
            new Sign("Chrome/", "Chrome"),
            new Sign("CriOS/", "Chrome"),
            new Sign("Safari/", "Safari"));

    private static final List<Sign> MACHINES = List.of(
            new Sign("Android", "Android"),
            new Sign("iPhone", "iPhone"),
            new Sign("iPad", "iPad"),
            new Sign("Windows", "Windows"),
            new Sign("Mac OS X", "Mac"),
            new Sign("CrOS", "ChromeOS"),
            new Sign("Linux", "Linux"));

    static Browser of(String userAgent) {
        return new Browser(first(NAMES, userAgent), first(MACHINES, userAgent));
    }

    boolean isKnown() {
        return !name.isEmpty() && !machine.isEmpty();
    }

    private static String first(List<Sign> signs, String userAgent) {
        return signs.stream()
                .filter(sign -> userAgent.contains(sign.sign()))
                .map(Sign::name)
                .findFirst()
                .orElse("");
    }
}
