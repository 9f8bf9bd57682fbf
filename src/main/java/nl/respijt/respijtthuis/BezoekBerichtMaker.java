package nl.respijt.respijtthuis;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.respijt.bericht.Bericht;
import nl.respijt.bericht.BerichtMaker;
import nl.respijt.bericht.Brief;
import nl.respijt.bericht.Brief.Bestemming;
import nl.respijt.bericht.Brief.Feit;
import nl.respijt.bericht.Brief.Knop;
import nl.respijt.bericht.Kanaal;
import nl.respijt.bericht.NieuwBericht;
import nl.respijt.boeking.Boeking;
import nl.respijt.boeking.BoekingBeheer;
import nl.respijt.boeking.BoekingId;
import nl.respijt.boeking.BoekingSleutels;
import nl.respijt.boeking.Reeksen;
import nl.respijt.instellingen.Instellingen;
import nl.respijt.mantelzorger.ContactLezer;
import nl.respijt.toegang.Accounts;
import nl.respijt.web.Datums;
import nl.respijt.web.Taal;
import nl.respijt.web.Teksten;

/** What is told of visits: a series to the carer, once for all; a request to who has to answer it. No care, no address. */
@Singleton
final class BezoekBerichtMaker implements BerichtMaker {
    static final String REEKS = "bezoekreeks";

    /** To the provider: a first request waits for an answer. */
    static final String NIEUW = "huisbezoek-nieuw";

    /** To the makelaar: nobody answered it in time. */
    static final String STIL = "huisbezoek-stil";

    /** To a carer: somebody else comes. */
    static final String VERVANGEN = "huisbezoek-vervangen";

    /** To the provider: somebody is away, and this is what became of the visits. */
    static final String ANDERS = "huisbezoek-anders";

    /** In the message: whose times they are. */
    static final String VAN_REEKS = "reeks";

    private final BoekingBeheer boekingen;
    private final Reeksen reeksen;
    private final BoekingSleutels sleutels;
    private final Medewerkers medewerkers;
    private final Accounts accounts;
    private final String basis;

    BezoekBerichtMaker(
            BoekingBeheer boekingen,
            Reeksen reeksen,
            BoekingSleutels sleutels,
            Medewerkers medewerkers,
            Accounts accounts,
            Instellingen instellingen) {
        this.boekingen = boekingen;
        this.reeksen = reeksen;
        this.sleutels = sleutels;
        this.medewerkers = medewerkers;
        this.accounts = accounts;
        basis = instellingen.baseUrl().toString();
    }

    /** About a series, as a message of one of its bookings. */
    static NieuwBericht overReeks(UUID reeks, BoekingId een, Kanaal kanaal, int versie, Instant nu) {
        return new NieuwBericht(
                REEKS,
                kanaal,
                een.waarde(),
                versie,
                "boeking:" + een.waarde(),
                Map.of(VAN_REEKS, reeks.toString()),
                nu);
    }

    static NieuwBericht aanAanbieder(BoekingId id, UUID persoon, Instant nu) {
        return new NieuwBericht(NIEUW, Kanaal.MAIL, id.waarde(), 0, "aanbieder:" + persoon, Map.of(), nu);
    }

    static NieuwBericht aanMakelaar(BoekingId id, Instant voor) {
        return new NieuwBericht(STIL, Kanaal.BELLEN, id.waarde(), 0, "makelaar", Map.of(), voor);
    }

    /** The booking is with who comes instead already. */
    static NieuwBericht vervangen(Boeking boeking, Instant nu) {
        return new NieuwBericht(
                VERVANGEN,
                boeking.email().isPresent() ? Kanaal.MAIL : Kanaal.BELLEN,
                boeking.id().waarde(),
                boeking.versie(),
                "boeking:" + boeking.id().waarde(),
                Map.of(),
                nu);
    }

    static NieuwBericht anders(UUID afwezigheid, UUID persoon, Instant nu) {
        return new NieuwBericht(ANDERS, Kanaal.MAIL, afwezigheid, 0, "aanbieder:" + persoon, Map.of(), nu);
    }

    @Override
    public Set<String> soorten() {
        return Set.of(REEKS, NIEUW, STIL, VERVANGEN, ANDERS);
    }

    @Override
    public Optional<Brief> maak(Bericht bericht) {
        return switch (bericht.soort()) {
            case REEKS -> overReeks(bericht);
            case VERVANGEN -> vervangen(bericht);
            case ANDERS ->
                aanAanbieder(
                        bericht,
                        "mail.huisbezoek-anders",
                        MedewerkerPageController.PAD + "/afwezigheid/" + bericht.dingId());
            case NIEUW -> gevraagd(bericht).flatMap(_ -> aanAanbieder(bericht, "mail.huisbezoek-nieuw", "/bezoeken"));
            default -> gevraagd(bericht).map(BezoekBerichtMaker::aanMakelaar);
        };
    }

    /** As long as nobody answered. */
    private Optional<Boeking> gevraagd(Bericht bericht) {
        return boekingen
                .find(new BoekingId(bericht.dingId()))
                .filter(boeking -> boeking.status() == Boeking.Status.AANGEVRAAGD);
    }

    /** Who asks, where and when is behind the login. */
    private Optional<Brief> aanAanbieder(Bericht bericht, String soort, String pad) {
        var t = Teksten.in(Taal.NL);
        var persoon = UUID.fromString(bericht.ontvanger().substring("aanbieder:".length()));
        return accounts.find(persoon)
                .filter(account -> !account.isGeblokkeerd())
                .map(account -> Brief.van(
                                Taal.NL,
                                new Bestemming.PerMail(account.naam(), account.email()),
                                t.van(soort + ".onderwerp"),
                                List.of(t.van(soort + ".tekst")))
                        .metKnoppen(List.of(new Knop(t.van(soort + ".knop"), URI.create(basis + pad)))));
    }

    private static Brief aanMakelaar(Boeking boeking) {
        var t = Teksten.in(Taal.NL);
        var d = new Datums(Taal.NL);
        return Brief.van(
                        Taal.NL,
                        bestemming(boeking),
                        t.van("mail.huisbezoek-stil.onderwerp"),
                        List.of(t.van("mail.huisbezoek-stil.tekst")))
                .metFeiten(List.of(new Feit(t.van("mail.wanneer"), d.wanneer(boeking.tijdvak()))));
    }

    private Optional<Brief> vervangen(Bericht bericht) {
        return boekingen
                .find(new BoekingId(bericht.dingId()))
                .filter(boeking -> boeking.isActief() && boeking.versie() == bericht.dingVersie())
                .map(boeking -> vervangen(bericht, boeking));
    }

    private Brief vervangen(Bericht bericht, Boeking boeking) {
        var taal = bericht.kanaal() == Kanaal.BELLEN ? Taal.NL : boeking.taal();
        var t = Teksten.in(taal);
        var d = new Datums(taal);
        var wie = medewerkers.voornaam(boeking.moment().bronId());
        var alineas = new ArrayList<>(List.of(t.van("mail.huisbezoek-vervangen.tekst", wie)));
        if (boeking.status() == Boeking.Status.AANGEVRAAGD) {
            alineas.add(t.van("mail.huisbezoek-vervangen.gevraagd"));
        }
        return Brief.van(
                        t.taal(),
                        bestemming(boeking),
                        t.van(
                                "mail.huisbezoek-vervangen.onderwerp",
                                d.dagZonderJaar(boeking.moment().datum())),
                        alineas)
                .metFeiten(List.of(
                        new Feit(t.van("mail.wanneer"), d.wanneer(boeking.tijdvak())),
                        new Feit(t.van("mail.waar"), t.van("mail.bij-u-thuis")),
                        new Feit(t.van("mail.code"), boeking.code())))
                .metKnoppen(List.of(new Knop(t.van("mail.bekijk"), URI.create(sleutels.beheerUrl(boeking.id())))))
                .metSlot(List.of(t.van("mail.huisbezoek-vervangen.past-niet"), t.van("mail.niet-van-u")));
    }

    private Optional<Brief> overReeks(Bericht bericht) {
        var reeks = UUID.fromString(Objects.requireNonNull(bericht.gegevens().get(VAN_REEKS)));
        return boekingen
                .find(new BoekingId(bericht.dingId()))
                .flatMap(boeking -> brief(bericht, boeking, reeksen.van(reeks)));
    }

    private Optional<Brief> brief(Bericht bericht, Boeking eerste, List<Boeking> alle) {
        if (alle.isEmpty()) {
            return Optional.empty();
        }
        // Who is called hears it from the makelaar.
        var taal = bericht.kanaal() == Kanaal.BELLEN ? Taal.NL : eerste.taal();
        var t = Teksten.in(taal);
        var d = new Datums(taal);
        var gevraagd = alle.stream().anyMatch(boeking -> boeking.status() == Boeking.Status.AANGEVRAAGD);
        return Optional.of(Brief.van(
                        t.taal(),
                        bestemming(eerste),
                        t.van("mail.bezoekreeks.onderwerp"),
                        List.of(t.van(gevraagd ? "mail.boeking-aanvraag.tekst" : "mail.bezoekreeks.tekst")))
                .metFeiten(alle.stream()
                        .map(boeking -> new Feit(d.wanneer(boeking.tijdvak()), t.van("mail.bij-u-thuis")))
                        .toList())
                .metKnoppen(List.of(new Knop(t.van("mail.bekijk"), URI.create(sleutels.beheerUrl(eerste.id())))))
                .metSlot(List.of(t.van("mail.kunt-niet"), t.van("mail.niet-van-u"))));
    }

    private static Bestemming bestemming(Boeking boeking) {
        return boeking.email()
                .<Bestemming>map(adres -> new Bestemming.PerMail(boeking.naam(), adres))
                .orElseGet(() -> new Bestemming.PerTelefoon(
                        boeking.naam(), ContactLezer.leesbaar(boeking.telefoon().orElseThrow())));
    }
}
