package fr.traboule.calendar;

/** Hours of a rule, in minutes of local time since the midnight that begins its day; up to 48:00, a day later. */
record Hours(int from, int to, OpenState state) {

    static final int DAY = 24 * 60;

    static Hours wholeDay(OpenState state) {
        return new Hours(0, DAY, state);
    }

    boolean closed() {
        return state == OpenState.CLOSED;
    }

    boolean wholeDay() {
        return from == 0 && to >= DAY;
    }
}
