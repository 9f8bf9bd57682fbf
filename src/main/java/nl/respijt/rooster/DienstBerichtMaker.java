package nl.respijt.rooster;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.respijt.bericht.Bericht;
import nl.respijt.bericht.BerichtMaker;
import nl.respijt.bericht.Brief;
import nl.respijt.bericht.Brief.Bestemming;
import nl.respijt.bericht.Brief.Feit;
import nl.respijt.bericht.Brief.Knop;
import nl.respijt.instellingen.Instellingen;
import nl.respijt.tijd.Klok;
import nl.respijt.web.Datums;
import nl.respijt.web.Teksten;

/** What gastheren are told about their diensten: when and where, and never who comes. */
@Singleton
final class DienstBerichtMaker implements BerichtMaker {
    private final RoosterService rooster;
    private final DienstUitnodigingen uitnodigingen;
    private final DienstSleutels sleutels;
    private final Instellingen instellingen;
    private final Klok klok;

    DienstBerichtMaker(
            RoosterService rooster,
            DienstUitnodigingen uitnodigingen,
            DienstSleutels sleutels,
            Instellingen instellingen,
            Klok klok) {
        this.rooster = rooster;
        this.uitnodigingen = uitnodigingen;
        this.sleutels = sleutels;
        this.instellingen = instellingen;
        this.klok = klok;
    }

    @Override
    public Set<String> soorten() {
        return Set.of(
                DienstBerichten.NIEUW,
                DienstBerichten.GEWIJZIGD,
                DienstBerichten.GERUILD,
                DienstBerichten.VERVALLEN,
                DienstBerichten.UITGENODIGD,
                DienstBerichten.UIT_AGENDA);
    }

    @Override
    public Optional<Brief> maak(Bericht bericht) {
        return rooster.find(new DienstId(bericht.dingId()))
                .filter(dienst ->
                        dienst.versie() == bericht.dingVersie() && isKomend(dienst) && isNogGewenst(bericht, dienst))
                .map(dienst -> in(bericht, dienst).brief(bericht))
                .or(() -> gegeven(bericht));
    }

    /** What was chosen may have been chosen otherwise since; that has its own message. */
    private boolean isNogGewenst(Bericht bericht, Dienst dienst) {
        return switch (bericht.soort()) {
            case DienstBerichten.UITGENODIGD -> uitnodigingen.wil(dienst.gastheer());
            case DienstBerichten.UIT_AGENDA -> !uitnodigingen.wil(dienst.gastheer());
            default -> true;
        };
    }

    /**
     * When the dienst that came of a swap changed meanwhile, that has its own message; what was given is still told,
     * unless by taking back the invitation.
     */
    private Optional<Brief> gegeven(Bericht bericht) {
        return gaf(bericht)
                .filter(dienst -> isKomend(dienst) && !uitnodigingen.wil(dienst.gastheer()))
                .map(dienst -> in(bericht, dienst).gegeven());
    }

    private Optional<Dienst> gaf(Bericht bericht) {
        return Optional.ofNullable(bericht.gegevens().get(DienstBerichten.GAF))
                .flatMap(id -> rooster.find(new DienstId(UUID.fromString(id))));
    }

    private boolean isKomend(Dienst dienst) {
        return !dienst.isBegonnen(klok.instant());
    }

    private InTaal in(Bericht bericht, Dienst dienst) {
        var taal = dienst.gastheer().taal(bericht);
        return new InTaal(Teksten.in(taal), new Datums(taal), dienst);
    }

    /** The words about one dienst. */
    private final class InTaal {
        private final Teksten t;
        private final Datums d;
        private final Dienst dienst;

        private InTaal(Teksten t, Datums d, Dienst dienst) {
            this.t = t;
            this.d = d;
            this.dienst = dienst;
        }

        Brief brief(Bericht bericht) {
            return brief(bericht.soort(), alineas(bericht));
        }

        Brief gegeven() {
            return brief(
                    DienstBerichten.VERVALLEN,
                    List.of(t.van("mail." + DienstBerichten.VERVALLEN + "." + DienstBerichten.Einde.GERUILD.woord)));
        }

        private Brief brief(String soort, List<String> alineas) {
            return Brief.van(
                            t.taal(),
                            bestemming(dienst.gastheer()),
                            t.van("mail." + soort + ".onderwerp", d.dagZonderJaar(dienst.datum())),
                            alineas)
                    .metFeiten(feiten())
                    .metKnoppen(knoppen())
                    .metSlot(dienst.isActief() ? List.of(t.van("mail.dienst.kan-niet")) : List.of())
                    .metUitnodiging(
                            soort.equals(DienstBerichten.UIT_AGENDA)
                                    ? uitnodigingen.terug(dienst)
                                    : uitnodigingen.bij(dienst));
        }

        private List<Knop> knoppen() {
            var knoppen = new ArrayList<Knop>();
            if (dienst.isActief()) {
                var adres = sleutels.url(dienst);
                knoppen.add(new Knop(t.van("mail.dienst.ik-kom"), adres.resolve("#kom")));
                knoppen.add(new Knop(t.van("mail.dienst.ik-kan-niet"), adres.resolve("#kan-niet")));
            }
            knoppen.add(new Knop(t.van("mail.dienst.rooster"), URI.create(instellingen.baseUrl() + "/rooster")));
            return knoppen;
        }

        private List<String> alineas(Bericht bericht) {
            var soort = "mail." + bericht.soort();
            var alineas = new ArrayList<String>();
            switch (bericht.soort()) {
                case DienstBerichten.GEWIJZIGD -> alineas.add(t.van(soort + ".tekst", was(bericht)));
                case DienstBerichten.GERUILD ->
                    gaf(bericht)
                            .ifPresent(gaf -> alineas.add(t.van(
                                    soort + ".tekst",
                                    d.wanneer(gaf.tijdvak()),
                                    gaf.moment().titel())));
                case DienstBerichten.VERVALLEN ->
                    alineas.add(t.van(soort + "." + bericht.gegevens().get(DienstBerichten.WAAROM)));
                case DienstBerichten.UITGENODIGD, DienstBerichten.UIT_AGENDA -> alineas.add(t.van(soort + ".tekst"));
                default -> alineas.add(t.van(soort + ".tekst", dienst.moment().titel()));
            }
            var reden = bericht.gegevens().get(DienstBerichten.REDEN);
            if (reden != null) {
                alineas.add(t.van("mail.dienst-vervallen.reden", reden));
            }
            return alineas;
        }

        private String was(Bericht bericht) {
            return d.begin(Instant.parse(bericht.gegevens().get(DienstBerichten.WAS)));
        }

        private List<Feit> feiten() {
            var feiten = new ArrayList<Feit>();
            feiten.add(new Feit(t.van("mail.wanneer"), d.wanneer(dienst.tijdvak())));
            feiten.add(new Feit(t.van("mail.waar"), dienst.moment().titel()));
            if (!dienst.moment().plaats().isBlank()) {
                feiten.add(new Feit(t.van("mail.adres"), dienst.moment().plaats()));
            }
            return feiten;
        }
    }

    /** A gastheer without mail is called by the makelaar, who has the number. */
    static Bestemming bestemming(Gastheer gastheer) {
        return gastheer.email()
                .<Bestemming>map(adres -> new Bestemming.PerMail(gastheer.naam(), adres))
                .orElseGet(() -> new Bestemming.PerTelefoon(gastheer.naam(), ""));
    }
}
