package nl.respijt.bericht;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** A mail server that answers to a recipient what the test tells it to, and keeps what it takes. */
final class NukkigeMailserver implements AutoCloseable {
    static final String GOED = "250 2.1.5 ok";

    private final ServerSocket poort;
    private final List<String> ontvangen = new CopyOnWriteArrayList<>();
    private final List<String> gegroet = new CopyOnWriteArrayList<>();
    private volatile Supplier<String> antwoord = () -> GOED;

    NukkigeMailserver() {
        try {
            poort = new ServerSocket(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::luister);
    }

    int poort() {
        return poort.getLocalPort();
    }

    void antwoordt(String regel) {
        antwoord = () -> regel;
    }

    void antwoordt(Supplier<String> regel) {
        antwoord = regel;
    }

    List<String> ontvangen() {
        return List.copyOf(ontvangen);
    }

    /** How often somebody came to deliver. */
    int bezoeken() {
        return gegroet.size();
    }

    private void luister() {
        while (!poort.isClosed()) {
            try {
                var bezoeker = poort.accept();
                Thread.ofVirtual().start(() -> bedien(bezoeker));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void bedien(Socket bezoeker) {
        try (bezoeker;
                var lezer =
                        new BufferedReader(new InputStreamReader(bezoeker.getInputStream(), StandardCharsets.UTF_8));
                var schrijver = new PrintWriter(bezoeker.getOutputStream(), true, StandardCharsets.UTF_8)) {
            zeg(schrijver, "220 nukkig");
            for (var regel = lezer.readLine(); regel != null; regel = lezer.readLine()) {
                var opdracht = regel.split("[ :]", 2)[0];
                switch (opdracht) {
                    case "EHLO", "HELO" -> {
                        gegroet.add(regel);
                        zeg(schrijver, "250 nukkig");
                    }
                    case "RCPT" -> zeg(schrijver, antwoord.get());
                    case "DATA" -> {
                        zeg(schrijver, "354 toe maar");
                        ontvangen.add(lees(lezer));
                        zeg(schrijver, "250 2.0.0 ok");
                    }
                    case "QUIT" -> {
                        zeg(schrijver, "221 dag");
                        return;
                    }
                    default -> zeg(schrijver, "250 ok");
                }
            }
        } catch (IOException e) {
            // The visitor left, as a client may.
        }
    }

    private static String lees(BufferedReader lezer) throws IOException {
        var bericht = new StringBuilder();
        for (var regel = lezer.readLine(); regel != null && !regel.equals("."); regel = lezer.readLine()) {
            bericht.append(regel).append("\r\n");
        }
        return bericht.toString();
    }

    private static void zeg(PrintWriter schrijver, String regel) {
        schrijver.print(regel + "\r\n");
        schrijver.flush();
    }

    @Override
    public void close() throws IOException {
        poort.close();
    }
}
