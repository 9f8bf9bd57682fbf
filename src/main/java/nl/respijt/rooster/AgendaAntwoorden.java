package nl.respijt.rooster;

import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.respijt.agenda.AgendaAntwoord;
import nl.respijt.agenda.AntwoordLezer;
import nl.respijt.bericht.InkomendeMail;
import nl.respijt.bericht.InkomendeMail.Herkomst;
import nl.respijt.bericht.MailOntvanger;
import nl.respijt.database.Transacties;
import nl.respijt.kluis.Sha256;
import nl.respijt.rooster.AgendaAntwoordRegel.Uitkomst;
import nl.respijt.tijd.Klok;

/**
 * Answers of calendar programs. One counts when the address it was sent to holds the key of the dienst, when the
 * gastheer of that dienst is both who sent it and who answers, and when it is about the dienst as it is. A sender can be
 * made up, so the key is what is trusted; the sender keeps an invitation that was passed on from answering for its owner.
 *
 * <p>First the effect, then the line: after a crash between them the same mail has the same effect, which is none.
 */
@Singleton
public final class AgendaAntwoorden implements MailOntvanger {
    private static final int HOOGSTENS = 100;

    private final DienstSleutels sleutels;
    private final DienstAntwoorden antwoorden;
    private final AntwoordLezer lezer;
    private final AgendaAntwoordRepository regels;
    private final Transacties transacties;
    private final Klok klok;

    AgendaAntwoorden(
            DienstSleutels sleutels,
            DienstAntwoorden antwoorden,
            AntwoordLezer lezer,
            AgendaAntwoordRepository regels,
            Transacties transacties,
            Klok klok) {
        this.sleutels = sleutels;
        this.antwoorden = antwoorden;
        this.lezer = lezer;
        this.regels = regels;
        this.transacties = transacties;
        this.klok = klok;
    }

    /** What was decided about a mail, and of an answer that really was the gastheer's, its hash. */
    private record Besluit(Uitkomst uitkomst, Optional<DienstId> dienst, Optional<byte[]> antwoord) {
        static Besluit van(Uitkomst uitkomst, Dienst dienst) {
            return new Besluit(uitkomst, Optional.of(dienst.id()), Optional.empty());
        }
    }

    /** What came in, newest first. */
    public List<AgendaAntwoordRegel> nieuwste() {
        return transacties.lees(handle -> regels.nieuwste(handle, HOOGSTENS));
    }

    @Override
    public Afloop ontvang(InkomendeMail mail) {
        var isVoorOns = mail.aan().stream().anyMatch(sleutels::isAntwoordAdres);
        if (mail.herkomst() == Herkomst.AUTOMATISCH_ANTWOORD) {
            return isVoorOns ? Afloop.GELEZEN : Afloop.LAAT_STAAN;
        }
        var kalender = mail.kalender().map(lezer::lees);
        if (kalender.isEmpty() && (!isVoorOns || mail.herkomst() == Herkomst.PROGRAMMA)) {
            return isVoorOns ? Afloop.GELEZEN : Afloop.LAAT_STAAN;
        }
        if (!isVoorOns
                && kalender.filter(AgendaAntwoord.Gelezen.class::isInstance).isEmpty()) {
            return Afloop.LAAT_STAAN; // somebody invites us, or sends a file along
        }
        var kenmerk = HexFormat.of().parseHex(mail.kenmerk());
        var uitkomst = transacties.lees(handle -> regels.find(handle, kenmerk)).orElseGet(() -> {
            var besluit = besluit(mail, kalender);
            noteer(besluit, kenmerk);
            return besluit.uitkomst();
        });
        return uitkomst == Uitkomst.GEWONE_MAIL ? Afloop.LAAT_STAAN : Afloop.GELEZEN;
    }

    private void noteer(Besluit besluit, byte[] kenmerk) {
        transacties.schrijf(handle -> {
            regels.insert(handle, besluit.dienst(), besluit.uitkomst(), kenmerk, besluit.antwoord(), klok.instant());
            return besluit;
        });
    }

    private Besluit besluit(InkomendeMail mail, Optional<AgendaAntwoord> kalender) {
        var gevonden = mail.aan().stream()
                .flatMap(adres -> sleutels.vanAdres(adres).stream())
                .findFirst();
        if (gevonden.isEmpty()) {
            return new Besluit(Uitkomst.ONBEKENDE_SLEUTEL, Optional.empty(), Optional.empty());
        }
        var dienst = gevonden.get();
        if (mail.van().size() != 1 || !isVan(dienst, mail.van().getFirst())) {
            return Besluit.van(Uitkomst.VERKEERDE_AFZENDER, dienst);
        }
        if (kalender.isEmpty()) {
            return Besluit.van(Uitkomst.GEWONE_MAIL, dienst);
        }
        return switch (kalender.get()) {
            case AgendaAntwoord.GeenAntwoord _ -> Besluit.van(Uitkomst.GEEN_ANTWOORD, dienst);
            case AgendaAntwoord.MeerDanEen _ -> Besluit.van(Uitkomst.MEER_DAN_EEN, dienst);
            case AgendaAntwoord.TeGroot _ -> Besluit.van(Uitkomst.TE_GROOT, dienst);
            case AgendaAntwoord.Onleesbaar _ -> Besluit.van(Uitkomst.ONLEESBAAR, dienst);
            case AgendaAntwoord.Gelezen antwoord -> besluit(antwoord, dienst);
        };
    }

    private Besluit besluit(AgendaAntwoord.Gelezen antwoord, Dienst dienst) {
        if (antwoord.id().filter(dienst.id().waarde()::equals).isEmpty()) {
            return Besluit.van(Uitkomst.ONBEKENDE_SLEUTEL, dienst);
        }
        if (!isVan(dienst, antwoord.genodigde())) {
            return Besluit.van(Uitkomst.VERKEERDE_AFZENDER, dienst);
        }
        var hash = hash(antwoord);
        if (transacties.lees(handle -> regels.isGehoord(handle, hash))) {
            return Besluit.van(Uitkomst.HERHAALD, dienst);
        }
        return new Besluit(doe(antwoord, dienst), Optional.of(dienst.id()), Optional.of(hash));
    }

    private Uitkomst doe(AgendaAntwoord.Gelezen antwoord, Dienst dienst) {
        if (antwoord.volgnummer() < dienst.versie()) {
            return dienst.isActief() ? Uitkomst.VEROUDERD : Uitkomst.NIET_MEER;
        }
        return switch (antwoord.keuze()) {
            case ACCEPTED ->
                switch (antwoorden.bevestig(dienst.id(), antwoord.volgnummer())) {
                    case AntwoordResultaat.Bevestigd _ -> Uitkomst.BEVESTIGD;
                    case AntwoordResultaat.Veranderd _ -> Uitkomst.VEROUDERD;
                    case AntwoordResultaat.TeLaat _ -> Uitkomst.TE_LAAT;
                    case AntwoordResultaat.NietMeer _, AntwoordResultaat.Onbekend _ -> Uitkomst.NIET_MEER;
                };
            case DECLINED ->
                switch (antwoorden.meldAf(dienst)) {
                    case AfmeldResultaat.Afgemeld(var af) ->
                        af.status() == Dienst.Status.AFGEMELD ? Uitkomst.AFGEMELD : Uitkomst.NIET_MEER;
                    case AfmeldResultaat.TeLaat _ -> Uitkomst.TE_LAAT;
                    case AfmeldResultaat.Onbekend _ -> Uitkomst.NIET_MEER;
                };
            case TENTATIVE -> Uitkomst.MISSCHIEN;
        };
    }

    private static boolean isVan(Dienst dienst, String adres) {
        return dienst.gastheer().email().filter(adres::equalsIgnoreCase).isPresent();
    }

    private static byte[] hash(AgendaAntwoord.Gelezen antwoord) {
        var wat = "%s/%s/%d/%s"
                .formatted(
                        antwoord.genodigde().toLowerCase(Locale.ROOT),
                        antwoord.id().map(Object::toString).orElse(""),
                        antwoord.volgnummer(),
                        antwoord.stempel());
        return Sha256.van(wat);
    }
}
