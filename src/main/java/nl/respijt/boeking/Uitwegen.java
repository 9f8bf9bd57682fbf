package nl.respijt.boeking;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import nl.respijt.boeking.MomentVraag.Ruimte;
import nl.respijt.boeking.Zoekwens.Deel;

/**
 * Where somebody can go from a week in which nothing fits; each is one tap. The telephone is always one more.
 *
 * @param waarom told apart, as it makes a difference to what one does next
 * @param later the first moment that fits at another time
 * @param minder when there is none: one wish less, and what that gives
 * @param allesAnders when no single wish is to blame: there is something for who lets all of them go
 * @param wachtlijst the nearest moment that fits and is full
 */
public record Uitwegen(
        Waarom waarom,
        Optional<Moment> later,
        Optional<Minder> minder,
        boolean allesAnders,
        Optional<Moment> wachtlijst) {

    /** Why there is nothing to choose. */
    public enum Waarom {
        /** What fits is full. */
        VOL,
        /** What fitted has begun, and nothing of it is left in this week. */
        VOORBIJ,
        /** There are places, but none that fits every wish. */
        WENSEN,
        /** There is nothing for anybody. */
        NIETS;

        /** As the bundles name it. */
        public String woord() {
            return switch (this) {
                case VOL -> "vol";
                case VOORBIJ -> "voorbij";
                case WENSEN -> "wensen";
                case NIETS -> "niets";
            };
        }
    }

    /** One wish less. */
    public record Minder(Deel deel, Moment moment, String naar) {}

    /**
     * The week that was looked at.
     *
     * @param maandag when it began
     * @param van from when what is in it can still be had
     * @param nu the time it is
     * @param horizon how far ahead one can look
     */
    record Blik(Instant maandag, Instant van, Instant tot, Instant nu, Instant horizon) {}

    /** In a week in which nothing is free: what lies after it is looked at first, then what lies before. */
    static Uitwegen van(MomentService momenten, Zoekwens wens, Blik blik) {
        var later = momenten.eerste(wens.vraag(blik.tot(), blik.horizon(), Ruimte.VRIJ))
                .or(() -> eerder(momenten, wens, blik, Ruimte.VRIJ));
        var minder = later.isPresent() ? Optional.<Minder>empty() : minder(momenten, wens, blik.nu(), blik.horizon());
        var wachtlijst = momenten.eerste(wens.vraag(blik.van(), blik.horizon(), Ruimte.WACHTLIJST))
                .or(() -> eerder(momenten, wens, blik, Ruimte.WACHTLIJST));
        return new Uitwegen(
                waarom(momenten, wens, blik, wachtlijst),
                later,
                minder,
                later.isEmpty()
                        && minder.isEmpty()
                        && !wens.delen().isEmpty()
                        && momenten.eerste(wens.zonderAlles().vraag(blik.nu(), blik.horizon(), Ruimte.VRIJ))
                                .isPresent(),
                wachtlijst);
    }

    private static Optional<Moment> eerder(MomentService momenten, Zoekwens wens, Blik blik, Ruimte ruimte) {
        return blik.nu().isBefore(blik.van())
                ? momenten.eerste(wens.vraag(blik.nu(), blik.van(), ruimte))
                : Optional.empty();
    }

    private static Waarom waarom(MomentService momenten, Zoekwens wens, Blik blik, Optional<Moment> wachtlijst) {
        if (wachtlijst
                .map(moment -> moment.tijdvak().van())
                .filter(begin -> !begin.isBefore(blik.van()) && begin.isBefore(blik.tot()))
                .isPresent()) {
            return Waarom.VOL;
        }
        if (blik.van().equals(blik.nu())
                && momenten.eerste(wens.vraag(blik.maandag(), blik.nu(), Ruimte.MAAKT_NIET_UIT))
                        .isPresent()) {
            return Waarom.VOORBIJ;
        }
        return momenten.eerste(wens.zonderAlles().vraag(blik.van(), blik.tot(), Ruimte.VRIJ))
                        .isPresent()
                ? Waarom.WENSEN
                : Waarom.NIETS;
    }

    /** The one wish without which one is free soonest; of two as good, the smaller step. */
    static Optional<Minder> minder(MomentService momenten, Zoekwens wens, Instant van, Instant tot) {
        return wens.delen().stream()
                .flatMap(deel -> {
                    var zonder = wens.zonder(deel);
                    return momenten
                            .eerste(zonder.vraag(van, tot, Ruimte.VRIJ))
                            .map(moment -> new Minder(deel, moment, vanaf(moment, zonder)))
                            .stream();
                })
                .min(Comparator.comparing(minder -> minder.moment().tijdvak().van()));
    }

    /** The page of the first that fits, with the same wishes. */
    public String naarLater(Zoekwens wens) {
        return later.map(moment -> vanaf(moment, wens)).orElse("/momenten");
    }

    private static String vanaf(Moment moment, Zoekwens wens) {
        return "/momenten?datum=" + moment.datum() + wens.alsVraag() + "#antwoord";
    }
}
