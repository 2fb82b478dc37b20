package wildrydes.local.site;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** One text file of the project, as it is at the moment. */
record Document(Path file, String type) implements HttpHandler {

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    answer().send(exchange);
  }

  private Answer answer() throws IOException {
    try {
      return new Answer(200, type, Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return Answer.text(404, "There is no " + file.getFileName() + " beside this template.\n");
    }
  }
}
