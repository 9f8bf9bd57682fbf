package nl.respijt.boeking;

import nl.respijt.web.Teksten;

/**
 * What somebody who has a place calls where they go. Which group they are in says something about health, origin or age:
 * in whatever leaves the login (mail, letter, calendar, the page behind a key) every group is "your group". Care at home
 * is where they live, and no more.
 */
public final class Waarheen {
    private Waarheen() {}

    public static String naam(Moment moment, Teksten t) {
        return switch (moment.soort()) {
            case HUIS -> moment.titel();
            case GROEP -> t.van("mail.uw-groep");
            case THUIS -> t.van("mail.bij-u-thuis");
        };
    }
}
