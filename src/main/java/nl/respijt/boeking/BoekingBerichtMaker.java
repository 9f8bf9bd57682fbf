package nl.respijt.boeking;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.respijt.bericht.Bericht;
import nl.respijt.bericht.BerichtMaker;
import nl.respijt.bericht.Brief;
import nl.respijt.bericht.Brief.Feit;
import nl.respijt.bericht.Brief.Knop;
import nl.respijt.bericht.Kanaal;
import nl.respijt.database.Transacties;
import nl.respijt.mantelzorger.Afmeldadres;
import nl.respijt.mantelzorger.Toestemmingen;
import nl.respijt.mantelzorger.Toestemmingen.Doel;
import nl.respijt.tijd.Klok;
import nl.respijt.web.Datums;
import nl.respijt.web.Taal;
import nl.respijt.web.Teksten;

/** What carers are told about their bookings: time, place, a code and a link; nothing about health or care. */
@Singleton
final class BoekingBerichtMaker implements BerichtMaker {
    private final BoekingBeheer beheer;
    private final BoekingSleutels sleutels;
    private final Agendabijlage bijlagen;
    private final Transacties transacties;
    private final Toestemmingen toestemmingen;
    private final Afmeldadres afmelden;
    private final Klok klok;

    BoekingBerichtMaker(
            BoekingBeheer beheer,
            BoekingSleutels sleutels,
            Agendabijlage bijlagen,
            Transacties transacties,
            Toestemmingen toestemmingen,
            Afmeldadres afmelden,
            Klok klok) {
        this.beheer = beheer;
        this.sleutels = sleutels;
        this.bijlagen = bijlagen;
        this.transacties = transacties;
        this.toestemmingen = toestemmingen;
        this.afmelden = afmelden;
        this.klok = klok;
    }

    @Override
    public Set<String> soorten() {
        return Set.of(
                BoekingBerichten.BEVESTIGING,
                BoekingBerichten.AANVRAAG,
                BoekingBerichten.AFWIJZING,
                BoekingBerichten.HERINNERING,
                BoekingBerichten.WIJZIGING,
                BoekingBerichten.ANDERE_PLAATS,
                BoekingBerichten.ANNULERING,
                BoekingBerichten.AFGELASTING,
                BoekingBerichten.IEMAND_MEE);
    }

    @Override
    public Optional<Brief> maak(Bericht bericht) {
        return beheer.find(new BoekingId(bericht.dingId()))
                .filter(boeking -> isNogWaar(bericht, boeking))
                .map(boeking -> brief(bericht, boeking));
    }

    /** A reminder or a task is for a booking as it was; news about a change is told as long as nothing newer was. */
    private boolean isNogWaar(Bericht bericht, Boeking boeking) {
        return switch (bericht.soort()) {
            case BoekingBerichten.IEMAND_MEE ->
                boeking.isActief() && !boeking.moment().isBegonnen(klok.instant());
            case BoekingBerichten.HERINNERING ->
                boeking.isActief()
                        && boeking.versie() == bericht.dingVersie()
                        && !boeking.moment().isBegonnen(klok.instant())
                        && transacties.lees(
                                handle -> toestemmingen.mag(handle, boeking.mantelzorger(), Doel.HERINNERING));
            default -> boeking.versie() == bericht.dingVersie();
        };
    }

    private Brief brief(Bericht bericht, Boeking boeking) {
        var taal = taal(bericht, boeking);
        var t = Teksten.in(taal);
        var d = new Datums(taal);
        var soort = "mail." + bericht.soort();
        return switch (bericht.soort()) {
            case BoekingBerichten.IEMAND_MEE ->
                Brief.van(
                                t.taal(),
                                boeking.bestemming(),
                                t.van(soort + ".onderwerp"),
                                List.of(t.van(
                                        soort + ".tekst",
                                        d.wanneer(boeking.tijdvak()),
                                        Waarheen.naam(boeking.moment(), t))))
                        .metFeiten(gesprokenTaal(boeking, t));
            case BoekingBerichten.HERINNERING ->
                Brief.van(
                                t.taal(),
                                boeking.bestemming(),
                                t.van(
                                        soort + ".onderwerp",
                                        d.tijd(boeking.tijdvak().van())),
                                List.of(t.van(soort + ".tekst")))
                        .metFeiten(feiten(boeking, t, d))
                        .metKnoppen(knop(boeking, t, "mail.bekijk"))
                        .metSlot(List.of(t.van("mail.kunt-niet")))
                        .metAfmelden(afmelden.van(boeking.mantelzorger()));
            case BoekingBerichten.AFGELASTING, BoekingBerichten.AFWIJZING -> afgelasting(bericht, boeking, t, d);
            case BoekingBerichten.AANVRAAG ->
                Brief.van(
                                t.taal(),
                                boeking.bestemming(),
                                t.van(soort + ".onderwerp", dag(boeking.moment(), d)),
                                List.of(t.van(soort + ".tekst")))
                        .metFeiten(feiten(boeking, t, d))
                        .metKnoppen(knop(boeking, t, "mail.bekijk"))
                        .metSlot(List.of(t.van("mail.kunt-niet"), t.van("mail.niet-van-u")));
            case BoekingBerichten.ANNULERING ->
                Brief.van(
                                t.taal(),
                                boeking.bestemming(),
                                t.van(soort + ".onderwerp", dag(boeking.moment(), d)),
                                List.of(t.van(soort + ".tekst")))
                        .metSlot(List.of(t.van("mail.uit-agenda")))
                        .metBijlagen(bijlagen.van(boeking));
            case BoekingBerichten.WIJZIGING -> bevestigd(boeking, t, d, soort, wijziging(bericht, t, d));
            default -> bevestigd(boeking, t, d, soort, List.of(t.van(soort + ".tekst")));
        };
    }

    /** Who is called hears it from the makelaar: the words are for the makelaar to read. */
    private static Taal taal(Bericht bericht, Boeking boeking) {
        return bericht.kanaal() == Kanaal.BELLEN ? Taal.NL : boeking.taal();
    }

    /** For who calls: another language than Dutch may be needed. */
    private static List<Feit> gesprokenTaal(Boeking boeking, Teksten t) {
        return t.taal() == Taal.NL && boeking.taal() != Taal.NL
                ? List.of(new Feit(
                        t.van("persoon.taal"), t.van("taal." + boeking.taal().code())))
                : List.of();
    }

    /** A booking that stands, with the calendar file that puts it (or its new time) in a calendar. */
    private Brief bevestigd(Boeking boeking, Teksten t, Datums d, String soort, List<String> alineas) {
        return Brief.van(t.taal(), boeking.bestemming(), t.van(soort + ".onderwerp", dag(boeking.moment(), d)), alineas)
                .metFeiten(feiten(boeking, t, d))
                .metKnoppen(knop(boeking, t, "mail.bekijk"))
                .metSlot(List.of(t.van(soort + ".bijlage"), t.van("mail.kunt-niet"), t.van("mail.niet-van-u")))
                .metBijlagen(bijlagen.van(boeking));
    }

    private static List<String> wijziging(Bericht bericht, Teksten t, Datums d) {
        var alineas = new ArrayList<String>();
        alineas.add(t.van("mail.boeking-wijziging.tekst", was(bericht, d)));
        if (bericht.gegevens().containsKey(BoekingBerichten.OOK_PLAATS)) {
            alineas.add(t.van("mail.boeking-wijziging.ook-plaats"));
        }
        return alineas;
    }

    private Brief afgelasting(Bericht bericht, Boeking boeking, Teksten t, Datums d) {
        var soort = "mail." + bericht.soort();
        var alineas = new ArrayList<String>();
        alineas.add(t.van(soort + ".tekst", d.wanneer(boeking.tijdvak())));
        var reden = bericht.gegevens().get(BoekingBerichten.REDEN);
        if (reden != null) {
            alineas.add(t.van(soort + ".reden", reden));
        }
        var anders = beheer.alternatieven(boeking);
        if (!anders.isEmpty()) {
            alineas.add(t.van(soort + ".anders"));
        }
        return Brief.van(t.taal(), boeking.bestemming(), t.van(soort + ".onderwerp", dag(boeking.moment(), d)), alineas)
                .metFeiten(anders.stream()
                        .map(moment -> new Feit(d.wanneer(moment.tijdvak()), Waarheen.naam(moment, t)))
                        .toList())
                .metKnoppen(knop(boeking, t, "mail.kies-ander"))
                .metSlot(List.of(t.van(soort + ".kies"), t.van("mail.uit-agenda")))
                .metBijlagen(bijlagen.van(boeking));
    }

    private static String dag(Moment moment, Datums d) {
        return d.dagZonderJaar(moment.datum());
    }

    private static String was(Bericht bericht, Datums d) {
        return d.begin(Instant.parse(bericht.gegevens().get(BoekingBerichten.WAS)));
    }

    private static List<Feit> feiten(Boeking boeking, Teksten t, Datums d) {
        var feiten = new ArrayList<Feit>();
        feiten.add(new Feit(t.van("mail.wanneer"), d.wanneer(boeking.tijdvak())));
        feiten.add(new Feit(t.van("mail.waar"), Waarheen.naam(boeking.moment(), t)));
        if (boeking.moment().isErgens()) {
            feiten.add(new Feit(t.van("mail.adres"), boeking.moment().plaats()));
        }
        feiten.add(new Feit(t.van("mail.code"), boeking.code()));
        feiten.addAll(gesprokenTaal(boeking, t));
        return feiten;
    }

    private List<Knop> knop(Boeking boeking, Teksten t, String sleutel) {
        return List.of(new Knop(t.van(sleutel), URI.create(sleutels.beheerUrl(boeking.id()))));
    }
}
